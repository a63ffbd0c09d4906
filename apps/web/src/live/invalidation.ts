import { queryClient } from '../trpc.ts';
import { isFirstReading, isMoving, isReadingNews, readBoardNews } from './board-news.ts';
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

/** Refetches what was read before a moment: kept from an earlier visit. Takes milliseconds; resolves when it is there. */
export function invalidateOlder(moment: number): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: ({ state }) => state.data !== undefined && state.dataUpdatedAt < moment,
  });
}

function run(): void {
  timer = undefined;
  // While a card is between two columns, a refetch would show the old place again: wait until the server answered.
  if (isMoving() || isReadingNews() || isFirstReading()) {
    timer = setTimeout(run, firstWait);
    return;
  }
  const events = waiting;
  waiting = [];
  lastRun = Date.now();
  const done = readBoardNews(events, (missed) => missed.forEach(invalidateSoon));
  void queryClient.invalidateQueries({
    predicate: (query) => {
      const [path, options] = query.queryKey;
      const input = (options as { input?: unknown } | undefined)?.input;
      return Array.isArray(path) && !done.has(query) && events.some((event) => concerns(event, path, input));
    },
  });
}
