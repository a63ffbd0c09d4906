import type { AppRouter } from '@beback/api';
import type { inferRouterInputs } from '@trpc/server';

const orders = ['name-desc', 'newest', 'oldest'] as const;
const wishes = ['call', 'text', 'email'] as const;

/** The filters and the order of the contacts list as they stand in the address. */
export interface ContactsSearch {
  q?: string;
  /** A member's id, or `nobody`. */
  rep?: string;
  source?: string;
  deal?: 'open' | 'none';
  not?: (typeof wishes)[number];
  company?: string;
  sort?: (typeof orders)[number];
}

/** Reads the filters from an address; what makes no sense is left out. */
export function readContactsSearch(search: Record<string, unknown>): ContactsSearch {
  const { rep, deal, not, company, sort } = search;
  return {
    ...text('q', search.q),
    ...(rep === 'nobody' || looksLikeId(rep) ? { rep } : {}),
    ...text('source', search.source),
    ...(deal === 'open' || deal === 'none' ? { deal } : {}),
    ...(isOneOf(wishes, not) ? { not } : {}),
    ...(looksLikeId(company) ? { company } : {}),
    ...(isOneOf(orders, sort) ? { sort } : {}),
  };
}

/** The same filters as `contact.list` takes them. */
export function contactsInput(search: ContactsSearch): NonNullable<inferRouterInputs<AppRouter>['contact']['list']> {
  const { q, rep, source, deal, not, company, sort } = search;
  return {
    ...(q ? { query: q } : {}),
    ...(rep ? { ownerId: rep === 'nobody' ? null : rep } : {}),
    ...(source ? { source } : {}),
    ...(deal ? { openDeal: deal === 'open' } : {}),
    ...(not ? { doNot: not } : {}),
    ...(company ? { companyId: company } : {}),
    ...(sort ? { sort: sort === 'name-desc' ? 'name' : 'created' } : {}),
    ...(sort && sort !== 'oldest' ? { order: 'desc' } : {}),
  };
}

function isOneOf<Value extends string>(values: readonly Value[], value: unknown): value is Value {
  return values.some((one) => one === value);
}

function looksLikeId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value);
}

function text<Key extends string>(key: Key, value: unknown): { [K in Key]?: string } {
  const clean = typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, 200) : '';
  return (clean ? { [key]: clean } : {}) as { [K in Key]?: string };
}
