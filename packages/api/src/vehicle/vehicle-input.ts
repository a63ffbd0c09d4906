import { z } from 'zod';
import { cents, id, line, text, version } from '../inputs.ts';

/** What describes any vehicle, the one to sell and the one to take in. */
export const described = {
  year: z.int().min(1886, 'is before the first car').max(2100, 'is too far ahead').nullish(),
  make: line(60).nullish(),
  model: line(80).nullish(),
  trim: line(80).nullish(),
  color: line(60).nullish(),
  /** Checked, never refused for its check digit. */
  vin: line(32).toUpperCase().nullish(),
  note: text(10_000).nullish(),
};

export const NewVehicle = z.object({
  ...described,
  condition: z.enum(['new', 'used']).nullish(),
  interest: z.enum(['buy', 'lease']).optional(),
  stockNumber: line(40).nullish(),
  priceCents: cents.nullish(),
});

export const CreateVehicle = z.object({ ...NewVehicle.shape, dealId: id });
export const UpdateVehicle = z.object({ ...NewVehicle.shape, vehicleId: id, version: version.optional() });
