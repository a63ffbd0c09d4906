/** The filters of the deals list as they stand in the address. */
export interface DealsSearch {
  kind?: 'won' | 'lost' | 'all';
  owner?: string;
  q?: string;
}

/** Reads the filters from an address; open deals unless it says otherwise. */
export function readDealsSearch(search: Record<string, unknown>): DealsSearch {
  const { kind, owner, q } = search;
  return {
    ...(kind === 'won' || kind === 'lost' || kind === 'all' ? { kind } : {}),
    ...(typeof owner === 'string' && owner ? { owner } : {}),
    ...(typeof q === 'string' && q ? { q: q.slice(0, 200) } : {}),
  };
}
