/** What came of asking: the answer, or why there is none; for pages that show both. */
export type Settled<T> = { answer: T; error: null } | { answer: null; error: unknown };

/** Waits for an answer without throwing. */
export function settled<T>(asking: Promise<T>): Promise<Settled<T>> {
  return asking.then(
    (answer) => ({ answer, error: null }),
    (error: unknown) => ({ answer: null, error }),
  );
}
