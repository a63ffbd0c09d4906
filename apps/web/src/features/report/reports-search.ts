import type { Filter } from './report.types.ts';

export const periods = [
  ['today', 'Today'],
  ['week', 'This week'],
  ['month', 'This month'],
  ['last_month', 'Last month'],
  ['last_90_days', '90 days'],
  ['custom', 'Other days'],
] as const;
export type PeriodChoice = (typeof periods)[number][0];

/** What the reports look at, as it stands in the address; this month to date unless it says otherwise. */
export interface ReportsSearch {
  period?: Exclude<PeriodChoice, 'month' | 'custom'>;
  from?: string;
  to?: string;
  rep?: string;
  source?: string;
}

export function readReportsSearch(search: Record<string, unknown>): ReportsSearch {
  const { period, from, to, rep, source } = search;
  const named = periods.find(([name]) => name === period && name !== 'month' && name !== 'custom')?.[0];
  return {
    ...(isDay(from) && isDay(to) && from <= to
      ? { from, to }
      : named
        ? { period: named as ReportsSearch['period'] }
        : {}),
    ...(typeof rep === 'string' && /^(nobody|[0-9a-f-]{36})$/.test(rep) ? { rep } : {}),
    ...(typeof source === 'string' && source ? { source: source.slice(0, 100) } : {}),
  };
}

/** The same as the reports take it. */
export function toFilter({ period, from, to, rep, source }: ReportsSearch): Filter {
  const days = from && to ? { from, to } : { period: period ?? ('month' as const) };
  return { ...days, ...(rep ? { memberId: rep } : {}), ...(source ? { source } : {}) };
}

export function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value);
}
