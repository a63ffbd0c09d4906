/** Somebody unlinked has heard our one sentence often enough; whoever asks on says nothing. */
export class EnoughOfStranger extends Error {
  override name = 'EnoughOfStranger';
}

const answersPerHour = 30;
const hourMs = 3_600_000;
const kept = 10_000;

/**
 * Counts how often unlinked senders were answered, per process. Gives the function to call for each; it throws
 * EnoughOfStranger from the thirty-first within an hour on, so that nobody can make us text strangers for ever.
 */
export function createStrangers(now: () => number = Date.now): (key: string) => void {
  const heard = new Map<string, { since: number; times: number }>();
  return (key) => {
    const before = heard.get(key);
    const entry = before && now() - before.since < hourMs ? before : { since: now(), times: 0 };
    heard.delete(key);
    heard.set(key, entry);
    const [oldest] = heard.keys();
    if (heard.size > kept && oldest !== undefined) heard.delete(oldest);
    entry.times += 1;
    if (entry.times > answersPerHour) throw new EnoughOfStranger();
  };
}
