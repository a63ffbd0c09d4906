/** A read query as the cache knows it. */
export interface ReadQuery {
  queryKey: readonly unknown[];
  state: { status: string; dataUpdatedAt: number };
}

/** What the screens of an offline phone need, and how many of each at most: the latest. */
const most: Readonly<Record<string, number>> = {
  'auth.config': 1,
  'member.me': 1,
  'member.list': 2,
  'stage.list': 1,
  'today.get': 2,
  'deal.board': 2,
  'deal.get': 5,
  'activity.list': 5,
  'task.list': 5,
  'visit.list': 1,
};

const oldest = 24 * 60 * 60_000;

/** Of everything that was read, what is kept for later: board, Today and the deals looked at last. */
function worthKeeping<Query extends ReadQuery>(queries: readonly Query[]): Query[] {
  const latest = queries
    .filter(({ state }) => state.status === 'success')
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  const counted = new Map<string, number>();
  return latest.filter(({ queryKey: [path] }) => {
    const name = Array.isArray(path) ? path.join('.') : '';
    const count = (counted.get(name) ?? 0) + 1;
    counted.set(name, count);
    return count <= (most[name] ?? 0);
  });
}

/** What was kept with what was read since: of the same query the latter, of each kind the latest. */
export function joined<Read extends ReadQuery & { queryHash: string }>(
  kept: readonly Read[],
  read: readonly Read[],
): Read[] {
  const fresh = new Set(read.map(({ queryHash }) => queryHash));
  return worthKeeping([...read, ...kept.filter(({ queryHash }) => !fresh.has(queryHash))]);
}

/** Whether what was kept until a time may still be shown. */
export function isRecent(asOf: number, now: number): boolean {
  return now - asOf < oldest;
}
