/** The filters of the deals list as they stand in the address. */
export interface DealsSearch {
  kind?: 'open' | 'won' | 'lost' | 'all';
  owner?: string;
  q?: string;
  /** A number of a report: exactly the deals behind it. */
  report?: string;
}

/** Reads the filters from an address; open deals unless it says otherwise, or is about a report. */
export function readDealsSearch(search: Record<string, unknown>): DealsSearch {
  const { kind, owner, q, report } = search;
  return {
    ...(kind === 'open' || kind === 'won' || kind === 'lost' || kind === 'all' ? { kind } : {}),
    ...(typeof owner === 'string' && owner ? { owner } : {}),
    ...(typeof q === 'string' && q ? { q: q.slice(0, 200) } : {}),
    ...(typeof report === 'string' && report ? { report: report.slice(0, 400) } : {}),
  };
}
