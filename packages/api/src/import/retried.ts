import { sqlState } from '../errors.ts';

const tries = 5;

/** Runs a transaction that met somebody else's change of the same rows once more: none of the first attempt stands. */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const state = sqlState(error);
      if (attempt === tries || (state !== '40P01' && state !== '40001')) throw error;
    }
  }
}
