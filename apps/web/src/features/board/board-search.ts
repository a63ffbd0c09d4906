/** The board's filters as they stand in the address, so that a filtered board can be sent to somebody. */
export interface BoardSearch {
  owner?: string;
  source?: string;
  age?: number;
  q?: string;
}

/** Reads the filters from an address; what makes no sense is left out. */
export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const age = Number(search.age);
  return {
    ...(looksLikeId(search.owner) ? { owner: search.owner } : {}),
    ...text('source', search.source),
    ...(Number.isInteger(age) && age > 0 ? { age } : {}),
    ...text('q', search.q),
  };
}

/** The same filters as `deal.board` takes them. */
export function boardInput({ owner, source, age, q }: BoardSearch) {
  return {
    ...(owner ? { ownerId: owner } : {}),
    ...(source ? { source } : {}),
    ...(age ? { minStageDays: age } : {}),
    ...(q ? { query: q } : {}),
  };
}

function looksLikeId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const clean = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  return (clean ? { [key]: clean } : {}) as { [K in Key]?: string };
}
