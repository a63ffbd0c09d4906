import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { recordRows } from './record-rows.ts';

/** What a search finds among customers, deals and companies. What was found before stays until the new answer is there. */
export function useRecords(query: string) {
  const onPhone = usePhone();
  const enabled = query.length > 1;
  const options = { enabled, placeholderData: keepPreviousData };
  const words = query.replace(/^#(?=\d)/, '');
  const contacts = useQuery(trpc.contact.search.queryOptions({ query: words, limit: 7 }, options));
  const deals = useQuery(trpc.deal.list.queryOptions({ query, limit: 5 }, options));
  const companies = useQuery(trpc.company.list.queryOptions({ query, limit: 3 }, options));
  const found = [contacts, deals, companies];
  if (!enabled) return { rows: [], settled: true, error: null };
  const error = found.find((one) => one.isError)?.error ?? null;
  const byNumber = /^#\d+$/.test(query);
  const lists = {
    contacts: byNumber ? [] : (contacts.data?.items ?? []),
    deals: deals.data?.items ?? [],
    companies: byNumber ? [] : (companies.data?.items ?? []),
  };
  return { rows: recordRows(lists, onPhone), settled: found.every(({ isFetching }) => !isFetching), error };
}
