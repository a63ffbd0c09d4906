import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { money } from '../../format/money.ts';
import { trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import styles from './contact-page.module.css';

/** The deals of one customer, or of everybody in a company or household, newest first. */
export function ContactDeals(of: { contactId: string } | { companyId: string }) {
  const deals = useQuery(trpc.deal.list.queryOptions({ ...of, limit: 50 }));
  const together = 'companyId' in of;
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items ?? [];
  const items = deals.data?.items ?? [];
  return (
    <Section title="Deals">
      {deals.isSuccess && items.length === 0 ? <p className={styles.sub}>No deal yet.</p> : null}
      <ul className={styles.deals}>
        {items.map((deal) => (
          <li key={deal.dealId}>
            <Link to="/deals/$deal" params={{ deal: deal.dealId }} className={styles.deal}>
              <strong className="clip">{deal.vehicle ?? deal.title}</strong>
              <span className={styles.value}>{money(deal.valueCents, deal.currency)}</span>
              <span className={`${styles.sub} clip`}>
                {together ? `${deal.contactName}, ` : ''}
                {stages.find(({ stageId }) => stageId === deal.stageId)?.name}, deal {deal.number}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
