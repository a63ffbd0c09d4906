/** Eight of ten outcomes of a bell curve lie within so many standard deviations of its middle. */
const eightOfTen = 1.2815515655446004;

/** What is expected and the range within which it ends up eight times out of ten. */
export interface Outlook {
  expected: number;
  low: number;
  high: number;
}

/**
 * Sum and spread of independent chances as a range. Takes the expected sum Σ p·v, its variance Σ p(1−p)·v² and the most it
 * can be, Σ v; the range never leaves what is possible.
 */
export function outlook(expected: number, variance: number, most: number): Outlook {
  const reach = eightOfTen * Math.sqrt(variance);
  return { expected, low: Math.max(0, expected - reach), high: Math.min(most, expected + reach) };
}
