import type { Shares } from './limits/shares.ts';

/** Somebody unlinked has heard our one sentence often enough; whoever asks on says nothing. */
export class EnoughOfStranger extends Error {
  override name = 'EnoughOfStranger';
}

const answers = { most: 30, seconds: 3_600 };

/**
 * Counts how often unlinked senders were answered, for all processes together. Gives the function to call for each; it throws
 * EnoughOfStranger from the thirty-first within an hour on, so that nobody can make us text strangers for ever.
 */
export function createStrangers(shares: Shares): (key: string) => Promise<void> {
  return async (key) => {
    const { allowed } = await shares.take(`stranger ${key}`, answers);
    if (!allowed) throw new EnoughOfStranger();
  };
}
