import { sqlState } from './errors.ts';

/** A deadlock, or two transactions that changed the same rows: whoever begins again finds things as they are now. */
const collisions = ['40P01', '40001'];

/**
 * The same, and a row that policies refuse: the caller's own reading of a deal is outdated when somebody hands it over in
 * the same moment. Once more, it is not there; a refusal that stays is a fault of ours.
 */
export const collisionsOfOne = [...collisions, '42501'];

/** Runs a transaction that met somebody else's change of the same rows once more: none of the first attempt stands. */
export async function retried<T>(work: () => Promise<T>, tries = 5, states = collisions): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const state = sqlState(error);
      if (attempt === tries || !states.includes(state ?? '')) throw error;
    }
  }
}
