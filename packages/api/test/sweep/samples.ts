import { customers } from './samples/customers.ts';
import { deals } from './samples/deals.ts';
import { people } from './samples/people.ts';
import type { Sample } from './samples/sample.ts';

/** One input for every procedure. A procedure that is missing here fails the sweep. */
export const samples: Record<string, Sample> = { ...customers, ...deals, ...people };
