import type { Store } from '../../harness.ts';
import type { Expectation } from '../expected.ts';
import type { Records } from '../records.ts';

/** How a procedure is called, and what is expected of it. */
export interface Sample {
  expect: Expectation;
  /** Done in a store of its own, because the caller is not afterwards who they were. */
  apart?: true;
  /** The input about the given records; some inputs also need to know the store. */
  input?: (of: Records, store: Store) => unknown;
}

/** An instant in the stores' near future. */
export const later = '2026-03-06T21:00:00.000Z';
let counted = 0;

/** A number that no sample was given before. */
export const unique = () => {
  counted += 1;
  return counted;
};
