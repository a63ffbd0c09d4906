import { getCountries } from 'libphonenumber-js/max';
import { isTimeZone } from '../time/day.rules.ts';

/** Whether a dealership can be there: a zone with a name; "+05:00" means one thing here and the opposite in PostgreSQL. */
export function isPlace(timeZone: string): boolean {
  return /^[A-Za-z]/.test(timeZone) && isTimeZone(timeZone);
}

/** Whether a currency's code, like USD, is one there is. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code);
}

/** The country a time zone lies in: how local phone numbers are read. The United States for a zone that lies in none. */
export function countryOf(timeZone: string): string {
  const names = [timeZone, new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone];
  const home = getCountries().find((country) => {
    const zones = zonesOf(country);
    return names.some((name) => zones.includes(name));
  });
  return home ?? 'US';
}

/** TypeScript does not know of this part of Intl yet. */
function zonesOf(country: string): readonly string[] {
  const locale: Intl.Locale & { getTimeZones?: () => string[] | undefined } = new Intl.Locale(`und-${country}`);
  return locale.getTimeZones?.() ?? [];
}
