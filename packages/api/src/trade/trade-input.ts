import { z } from 'zod';
import { cents, id, line, version } from '../inputs.ts';
import { described } from '../vehicle/vehicle-input.ts';

const fields = {
  ...described,
  odometer: z.int().min(0).max(3_000_000, 'is more than a car drives').nullish(),
  condition: line(200).nullish(),
  lienholder: line(200).nullish(),
  payoffCents: cents.nullish(),
  acvCents: cents.nullish(),
  allowanceCents: cents.nullish(),
  status: z.enum(['requested', 'appraised', 'accepted', 'declined']).optional(),
};

export const CreateTrade = z.object({ ...fields, dealId: id });
export const UpdateTrade = z.object({ ...fields, tradeId: id, version: version.optional() });
