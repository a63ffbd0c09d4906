import { queryClient, trpc } from '../trpc.ts';
import { concerns, type LiveEvent } from './invalidation.rules.ts';

const firstWait = 60;
const burstWait = 900;
let waiting: LiveEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let lastRun = 0;

/** Collects events for a moment and refetches what they touch once: a burst of 5,000 imported rows is one refetch a second. */
export function invalidateSoon(event: LiveEvent): void {
  waiting.push(event);
  const wait = Date.now() - lastRun > burstWait ? firstWait : burstWait;
  if (!timer) timer = setTimeout(run, wait);
}

/** Refetches everything on the screen and marks the rest stale; resolves when the screen is right again. */
export function invalidateAll(): Promise<void> {
  waiting = [];
  return queryClient.invalidateQueries();
}

function run(): void {
  timer = undefined;
  // While a card is between two columns, or a step is being marked, a refetch would show the old place again: wait until the
  // server answered.
  const underWay = [trpc.deal.move.mutationKey(), trpc.visit.update.mutationKey()];
  if (underWay.some((mutationKey) => queryClient.isMutating({ mutationKey }) > 0)) {
    timer = setTimeout(run, firstWait);
    return;
  }
  const events = waiting;
  waiting = [];
  lastRun = Date.now();
  void queryClient.invalidateQueries({
    predicate: ({ queryKey: [path, options] }) =>
      Array.isArray(path) && events.some((event) => concerns(event, path, (options as { input?: unknown })?.input)),
  });
}
