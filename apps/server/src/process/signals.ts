/** A terminal signals the whole group, and npm passes the same signal on once more: that is one wish, not two. */
const sameWishMs = 700;

/**
 * Ends the process in order on Ctrl-C and SIGTERM: `stop` runs, then the process exits with 0. A second signal, or a
 * stop that takes longer than `deadlineMs`, ends it at once. Gives whether one has come.
 */
export function onStopSignal(stop: () => Promise<void>, deadlineMs = 30_000): () => boolean {
  let since: number | undefined;
  const hear = () => {
    const now = performance.now();
    if (since === undefined) {
      since = now;
      setTimeout(() => process.exit(1), deadlineMs).unref();
      void stop().finally(() => process.exit(0));
    } else if (now - since > sameWishMs) {
      process.exit(1);
    }
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return () => since !== undefined;
}
