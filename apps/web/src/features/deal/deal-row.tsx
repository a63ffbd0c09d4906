import { Link } from '@tanstack/react-router';
import type { DealCard, Member, Stage } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { money } from '../../format/money.ts';
import { shortAge } from '../../format/when.ts';
import { Initials } from '../../ui/initials.tsx';
import { DueChip } from '../task/due-chip.tsx';
import styles from './deal-row.module.css';

interface DealRowProps {
  deal: DealCard;
  stage: Stage | undefined;
  owner?: Member | undefined;
}

/** What the columns of the list are; read aloud with each row, so hidden from people who listen. */
export function DealRowHead() {
  return (
    <div className={styles.row}>
      <span>Customer</span>
      <span className={styles.vehicle}>Vehicle</span>
      <span>Stage</span>
      <span className={styles.next}>Next</span>
      <span className={styles.value}>Value</span>
      <span className={styles.owner}>Owner</span>
    </div>
  );
}

/** One deal in a list. */
export function DealRow({ deal, stage, owner }: DealRowProps) {
  const now = useNow();
  return (
    <Link to="/deals/$deal" params={{ deal: deal.dealId }} className={styles.row}>
      <strong className={`${styles.name} clip`} title={deal.contactName}>
        {deal.contactName}
      </strong>
      <span className={`${styles.vehicle} clip`} title={deal.vehicle ?? undefined}>
        {[deal.vehicle ?? 'No vehicle yet', deal.stockNumber].filter(Boolean).join(' · ')}
      </span>
      <span className={styles.stage} data-kind={stage?.kind}>
        <span className="clip">{stage?.name}</span>
        <span className={styles.age}>{shortAge(deal.stageSince, now)}</span>
      </span>
      <span className={styles.next}>{deal.nextTask ? <DueChip task={deal.nextTask} /> : null}</span>
      <span className={styles.value}>{money(deal.valueCents, deal.currency)}</span>
      <span className={styles.owner}>
        <Initials
          initials={owner?.initials ?? null}
          name={owner?.name ?? (deal.ownerId ? undefined : 'Nobody yet')}
          size={24}
        />
      </span>
    </Link>
  );
}
