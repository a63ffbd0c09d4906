import type { Company } from '../../api.ts';

/** The filters of the companies list as they stand in the address. */
export interface CompaniesSearch {
  q?: string;
  kind?: Company['kind'];
}

/** Reads the filters from an address; what makes no sense is left out. */
export function readCompaniesSearch({ q, kind }: Record<string, unknown>): CompaniesSearch {
  return {
    ...(typeof q === 'string' && q ? { q: q.slice(0, 200) } : {}),
    ...(kind === 'company' || kind === 'household' ? { kind } : {}),
  };
}
