import { normaliseName } from '../contact/contact-name.rules.ts';
import { looksLikeVin } from './cell-content.rules.ts';
import { nameKey } from './name-key.rules.ts';
import { readMoney } from './read-money.rules.ts';
import { quoteCell, type RowReader } from './row-reader.rules.ts';

export interface ImportStage {
  stageId: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
}

interface VehiclePlan {
  text: string | null;
  year: number | null;
  make: string | null;
  model: string | null;
  stockNumber: string | null;
  vin: string | null;
}

export interface DealPlan {
  /** The title in the file, else the vehicle, else null. */
  title: string | null;
  /** Null: the stage a new deal begins in. */
  stageId: string | null;
  valueCents: number | null;
  currency: string | null;
  vehicle: VehiclePlan | null;
}

const meanings: readonly (readonly [pattern: RegExp, stage: (stage: ImportStage) => boolean])[] = [
  [/^(closed won|won|gewonnen|ganado|cerrado ganado|sold)$/, (stage) => stage.kind === 'won'],
  [/^(closed lost|lost|dead|verloren|perdido|cerrado perdido)$/, (stage) => stage.kind === 'lost'],
  [/^(new|new lead|open|fresh up|up|neu|nuevo)$/, (stage) => stage.kind === 'open'],
  [/^(test drive|demo)$/, (stage) => /demo|test drive/i.test(stage.name)],
  [/^(appointment|appt|appointment scheduled|appt set)$/, (stage) => /appointment|appt/i.test(stage.name)],
];

/** Takes a row and the stages in their order; gives the deal it describes, or null when it describes none. Adds warnings. */
export function planDeal(row: RowReader, stages: readonly ImportStage[]): DealPlan | null {
  const vehicle = planVehicle(row);
  const stage = planStage(row, stages);
  const money = planValue(row);
  const title = row.line('dealTitle') ?? (vehicle ? vehicleTitle(vehicle) : null);
  if (!vehicle && !stage && !money && !title) return null;
  const { cents = null, currency = null } = money ?? {};
  return { title, stageId: stage?.stageId ?? null, valueCents: cents, currency, vehicle };
}

function planStage(row: RowReader, stages: readonly ImportStage[]): ImportStage | undefined {
  const cell = row.value('dealStage');
  if (!cell) return undefined;
  const stage = findStage(normaliseName(cell.replace(/\(.*\)$/, '')), stages);
  if (!stage) row.warn(`${quoteCell(cell)} is not one of your stages.`);
  return stage;
}

function findStage(key: string, stages: readonly ImportStage[]): ImportStage | undefined {
  const same = stages.find((stage) => nameKey(stage) === key);
  if (same) return same;
  const meaning = meanings.find(([pattern]) => pattern.test(key))?.[1];
  if (meaning) return stages.find(meaning);
  const begins = key.length < 4 ? [] : stages.filter((stage) => nameKey(stage).startsWith(key));
  return begins.length === 1 ? begins[0] : undefined;
}

function planValue(row: RowReader) {
  const cell = row.value('dealValue');
  const money = cell ? readMoney(cell) : null;
  if (cell && !money) row.warn(`${quoteCell(cell)} is not an amount we can read, so the deal has no value.`);
  return money;
}

function planVehicle(row: RowReader): VehiclePlan | null {
  const text = row.value('vehicle');
  const vehicle = {
    text,
    year: planYear(row),
    make: row.value('vehicleMake'),
    model: row.value('vehicleModel'),
    stockNumber: row.value('stockNumber'),
    vin: row.value('vin')?.toUpperCase() ?? null,
  };
  if (vehicle.vin && !looksLikeVin(vehicle.vin))
    row.warn(`${quoteCell(vehicle.vin)} is not a VIN of today's form; it is kept as it is.`);
  return Object.values(vehicle).some((part) => part !== null) ? vehicle : null;
}

function planYear(row: RowReader): number | null {
  const cell = row.value('vehicleYear');
  if (!cell) return null;
  const digits = /^'?(\d{4}|\d\d)(\.0)?$/.exec(cell)?.[1];
  const year = digits?.length === 2 ? Number(digits) + (Number(digits) < 50 ? 2000 : 1900) : Number(digits);
  if (year >= 1900 && year <= 2100) return year;
  row.warn(`${quoteCell(cell)} is not a year.`);
  return null;
}

function vehicleTitle({ text, year, make, model }: VehiclePlan): string | null {
  return text ?? ([year, make, model].filter((part) => part !== null).join(' ') || null);
}
