import { queryClient, trpc } from '../trpc.ts';
import type { LiveEvent } from './invalidation.rules.ts';

/** A report is read, not watched: it is counted again when the floor was quiet for a moment, in a rush twice a minute. */
const quiet = 4_000;
const atLatest = 30_000;
const counted = new Set([
  'deal',
  'activity',
  'visit',
  'appointment',
  'quicklog',
  'import',
  'vehicle',
  'contact',
  'change',
]);
let timer: ReturnType<typeof setTimeout> | undefined;
let firstHeard = 0;

/** Counts the reports again after an event that may have changed them; what is on the screen stays until then. */
export function recountSoon({ procedure }: LiveEvent): void {
  if (!counted.has(procedure.split('.')[0] ?? '')) return;
  if (timer) clearTimeout(timer);
  else firstHeard = Date.now();
  const left = firstHeard + atLatest - Date.now();
  timer = setTimeout(recount, Math.max(0, Math.min(quiet, left)));
}

function recount(): void {
  timer = undefined;
  void queryClient.invalidateQueries(trpc.report.pathFilter());
}
