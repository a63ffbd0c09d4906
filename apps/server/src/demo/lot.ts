import type { Random } from './random.ts';

/** A vehicle on the lot. */
export interface LotVehicle {
  condition: 'new' | 'used';
  year: number;
  make: string;
  model: string;
  trim: string;
  color: string;
  stockNumber: string;
  priceCents: number;
}

type Model = [make: string, model: string, trims: [string, ...string[]], newFrom: number];

/** With the price of a new one in thousands of dollars. */
const models: [Model, ...Model[]] = [
  ['Chevrolet', 'Tahoe', ['LS', 'LT', 'RST', 'High Country'], 62],
  ['Chevrolet', 'Silverado 1500', ['WT', 'LT', 'RST', 'LTZ'], 41],
  ['Chevrolet', 'Equinox', ['LS', 'LT', 'RS'], 29],
  ['Chevrolet', 'Traverse', ['LS', 'LT', 'Z71'], 39],
  ['Chevrolet', 'Trax', ['LS', '1RS', '2RS'], 22],
  ['Chevrolet', 'Corvette', ['Stingray 1LT', 'Stingray 2LT'], 70],
  ['Ford', 'F-150', ['XL', 'XLT', 'Lariat', 'Platinum'], 43],
  ['Ford', 'Explorer', ['Active', 'ST-Line', 'ST'], 41],
  ['Ford', 'Bronco', ['Big Bend', 'Outer Banks', 'Badlands'], 42],
  ['Toyota', 'Camry', ['LE', 'SE', 'XLE'], 29],
  ['Toyota', 'RAV4', ['LE', 'XLE', 'Limited'], 31],
  ['Toyota', 'Tacoma', ['SR5', 'TRD Sport', 'TRD Off-Road'], 37],
  ['Toyota', 'Highlander', ['LE', 'XLE', 'Platinum'], 41],
  ['Honda', 'CR-V', ['LX', 'EX-L', 'Sport Touring'], 32],
  ['Honda', 'Civic', ['LX', 'Sport', 'Touring'], 25],
  ['Honda', 'Pilot', ['EX-L', 'TrailSport', 'Elite'], 43],
  ['Jeep', 'Grand Cherokee', ['Laredo', 'Limited', 'Summit'], 40],
  ['Jeep', 'Wrangler', ['Sport S', 'Sahara', 'Rubicon'], 37],
  ['Ram', '1500', ['Big Horn', 'Laramie', 'Limited'], 44],
  ['GMC', 'Yukon', ['SLE', 'SLT', 'Denali'], 68],
  ['Hyundai', 'Tucson', ['SE', 'SEL', 'Limited'], 30],
  ['Kia', 'Telluride', ['LX', 'EX', 'SX'], 38],
  ['Subaru', 'Outback', ['Premium', 'Limited', 'Touring XT'], 33],
  ['Nissan', 'Rogue', ['S', 'SV', 'Platinum'], 30],
];

const colors = ['Black', 'White', 'Silver', 'Gray', 'Blue', 'Red', 'Green', 'Pearl white'] as const;

/** A vehicle with a stock number, worth between 14,000 and 95,000 dollars. `year` is this year. */
export function pickVehicle(random: Random, year: number): LotVehicle {
  const [make, model, trims, newFrom] = random.pick(models);
  const isNew = random.chance(0.55);
  const age = isNew ? random.between(0, 1) : random.between(2, 7);
  const trim = random.pick(trims);
  const dressed = newFrom * (1 + trims.indexOf(trim) * 0.09);
  const worth = dressed * (isNew ? 1 : 0.9 - age * 0.075);
  const dollars = Math.min(
    95_000,
    Math.max(14_000, Math.round((worth * 1_000) / 100) * 100 + random.between(0, 9) * 10 + 5),
  );
  const stockNumber = `${isNew ? 'N' : 'U'}${String(year - age).slice(2)}${String(random.between(100, 999))}`;
  const condition = isNew ? 'new' : 'used';
  return {
    condition,
    year: year - age,
    make,
    model,
    trim,
    color: random.pick(colors),
    stockNumber,
    priceCents: dollars * 100,
  };
}
