import { useQuery } from '@tanstack/react-query';
import type { Contact } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import pairs from '../../ui/pairs.module.css';
import { Section } from '../../ui/section.tsx';
import { joined } from './merge-choice.rules.ts';
import { WishMark } from './wish-mark.tsx';

const mostCounted = 100;

/** What the two become: everything that is joined, and how many deals come together. */
export function MergePreview({ keep, merge, name }: { keep: Contact; merge: Contact; name: string }) {
  const deals = [useDealCount(keep.contactId), useDealCount(merge.contactId)];
  const { phones, emails, wishes } = joined(keep, merge);
  const whole = {
    doNotCall: keep.doNotCall || merge.doNotCall,
    doNotText: keep.doNotText || merge.doNotText,
    doNotEmail: keep.doNotEmail || merge.doNotEmail,
  };
  return (
    <Section title={`Joined in ${name}`}>
      <dl className={pairs.pairs}>
        <dt>Phones</dt>
        <dd>{phones.map(phone).join(', ') || 'None'}</dd>
        <dt>E-mail</dt>
        <dd>{emails.join(', ') || 'None'}</dd>
        <dt>Wishes</dt>
        <dd>{wishes ? <WishMark contact={whole} /> : 'None'}</dd>
        <dt>Deals</dt>
        <dd>
          {deals.every((count) => count !== null) ? `${deals[0]} from the left, ${deals[1]} from the right` : ' '}
        </dd>
        <dt>History</dt>
        <dd>Calls, texts, visits, notes, follow-ups and appointments of both</dd>
      </dl>
    </Section>
  );
}

function useDealCount(contactId: string): string | null {
  const deals = useQuery(trpc.deal.list.queryOptions({ contactId, limit: mostCounted })).data;
  return deals ? `${deals.items.length || 'none'}${deals.nextCursor ? ' or more' : ''}` : null;
}
