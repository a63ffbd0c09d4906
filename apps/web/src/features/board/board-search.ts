/** The board's filters as they stand in the address, so that a filtered board can be sent to somebody, or saved as a view. */
export interface BoardSearch {
  /** A member, `me` for whoever looks, or `nobody`. */
  owner?: string;
  source?: string;
  age?: number;
  q?: string;
  overdue?: true;
  quiet?: true;
  fresh?: true;
}

/** Reads the filters from an address or a saved view; what makes no sense is left out. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const age = Number(search.age);
  return {
    ...(isOwner(search.owner) ? { owner: search.owner } : {}),
    ...text('source', search.source),
    ...(Number.isInteger(age) && age > 0 ? { age } : {}),
    ...text('q', search.q),
    ...(search.overdue === true ? { overdue: true } : {}),
    ...(search.quiet === true ? { quiet: true } : {}),
    ...(search.fresh === true ? { fresh: true } : {}),
  };
}

/** The same filters as `deal.board` takes them; `me` is whoever looks. */
export function boardInput({ owner, source, age, q, overdue, quiet, fresh }: BoardSearch, me: string | undefined) {
  const ownerId = owner === 'me' ? me : owner;
  return {
    ...(owner === 'nobody' ? { unowned: true } : ownerId ? { ownerId } : {}),
    ...(source ? { source } : {}),
    ...(age ? { minStageDays: age } : {}),
    ...(q ? { query: q } : {}),
    ...(overdue ? { overdue } : {}),
    ...(quiet ? { quiet } : {}),
    ...(fresh ? { newToday: true } : {}),
  };
}

/** Whether two filters let through the same. */
export function sameSearch(one: BoardSearch, other: BoardSearch): boolean {
  const key = (search: BoardSearch) => JSON.stringify(boardInput(search, 'me'));
  return key(one) === key(other);
}

function isOwner(value: unknown): value is string {
  return typeof value === 'string' && (/^[0-9a-f-]{36}$/i.test(value) || value === 'me' || value === 'nobody');
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const clean = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  return (clean ? { [key]: clean } : {}) as { [K in Key]?: string };
}
