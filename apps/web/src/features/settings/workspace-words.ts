import type { Workspace } from '../../api.ts';
import { timeZones } from '../../format/time-zones.ts';

type Options<Value extends string = string> = (readonly [value: Value, label: string])[];

export const sells: Options<Workspace['sells']> = [
  ['both', 'New and used'],
  ['new', 'New vehicles'],
  ['used', 'Used vehicles'],
];

export const unownedViewers: Options<Workspace['unownedVisible']> = [
  ['floor', 'Owners and managers'],
  ['everyone', 'Everybody'],
];

const currencyNames = new Intl.DisplayNames('en-US', { type: 'currency' });

/** The currencies to choose from: those of the places dealerships are in first, and the one that is set. */
export function currencies(current: string): Options {
  const usual = ['USD', 'CAD', 'MXN', 'EUR', 'GBP', 'AUD'];
  const codes = usual.includes(current) ? usual : [...usual, current];
  return codes.map((code) => [code, `${code}, ${currencyNames.of(code) ?? code}`]);
}

/** The time zones a browser knows, and the one that is set. */
export function timeZoneChoices(current: string): Options {
  return timeZones(current).map((zone) => [zone, zone.replaceAll('_', ' ')]);
}

/** How long after its time an appointment counts as missed. */
export function noShowChoices(current: number): Options {
  const usual = [15, 30, 45, 60, 90, 120, 180, 240];
  const minutes = usual.includes(current) ? usual : [...usual, current].toSorted((one, other) => one - other);
  return minutes.map((count) => [String(count), count < 120 ? `${count} minutes` : `${count / 60} hours`]);
}
