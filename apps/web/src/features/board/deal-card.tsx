import { IconHourglassHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { memo, useRef } from 'react';
import type { DealCard, Member } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { money, shortMoney } from '../../format/money.ts';
import { shortVehicle } from '../../format/vehicle.ts';
import { daysSince, shortAge } from '../../format/when.ts';
import { Initials } from '../../ui/initials.tsx';
import { DueChip } from '../task/due-chip.tsx';
import styles from './deal-card.module.css';
import { MoverBadge } from './mover-badge.tsx';
import { toggleSelected, useSelected } from './selection.ts';
import { useCardDrag } from './use-card-drag.ts';
import { useCardPlace } from './use-card-place.ts';

interface DealCardProps {
  deal: DealCard;
  stageName: string;
  normDays: number | null;
  owner: Member | undefined;
  compact: boolean;
  draggable: boolean;
  tabbable: boolean;
}

/** One deal on the board: who, which vehicle, how much, whose, how long it has stood here, and what is next. */
export const DealCardView = memo(function DealCardView(props: DealCardProps) {
  const { deal, compact, owner } = props;
  const element = useRef<HTMLElement>(null);
  const news = useCardPlace(element, deal.dealId, deal.stageId);
  const selected = useSelected(deal.dealId);
  useCardDrag(element, deal, props.draggable);
  return (
    <article
      ref={element}
      className={styles.card}
      data-deal={deal.dealId}
      data-stage={deal.stageId}
      data-compact={compact || undefined}
      data-selected={selected || undefined}
      data-refused={news?.refused || undefined}
      data-moved={(news && !news.refused) || undefined}
      aria-label={cardName(deal)}
    >
      <div className={styles.line}>
        <Link
          to="/board/$deal"
          params={{ deal: deal.dealId }}
          search={true}
          className={`${styles.name} clip`}
          title={deal.contactName}
          aria-label={cardName(deal)}
          tabIndex={props.tabbable ? 0 : -1}
          draggable={false}
        >
          {deal.contactName}
        </Link>
        {compact ? null : (
          <span className={styles.owner}>
            <Initials
              initials={owner?.initials ?? null}
              name={owner?.name ?? (deal.ownerId ? undefined : 'Nobody yet')}
            />
          </span>
        )}
      </div>
      {compact ? (
        <div className={styles.brief}>
          {deal.nextTask ? <DueChip task={deal.nextTask} /> : null}
          <span className={styles.value} title={money(deal.valueCents, deal.currency)}>
            {shortMoney(deal.valueCents, deal.currency)}
          </span>
        </div>
      ) : (
        <Facts deal={deal} stageName={props.stageName} normDays={props.normDays} />
      )}
      {props.draggable && !compact ? (
        <input
          type="checkbox"
          className={styles.select}
          tabIndex={-1}
          aria-label={`Select ${deal.contactName}`}
          checked={selected}
          onChange={() => toggleSelected(deal.dealId)}
        />
      ) : null}
      {news?.memberId ? <MoverBadge memberId={news.memberId} door={news.door} /> : null}
    </article>
  );
});

/** How a card is called by people who hear it: "Maria Lopez, 2024 Chevrolet Tahoe, $52,000". */
function cardName({ contactName, vehicle, valueCents, currency }: DealCard): string {
  return [contactName, vehicle, money(valueCents, currency)].filter(Boolean).join(', ');
}

function Facts({ deal, stageName, normDays }: Pick<DealCardProps, 'deal' | 'stageName' | 'normDays'>) {
  return (
    <>
      <div className={styles.line}>
        <span className={`${styles.vehicle} clip`} title={deal.vehicle ?? undefined}>
          {deal.vehicle ? shortVehicle(deal.vehicle) : 'No vehicle yet'}
        </span>
        {deal.stockNumber ? <span className={styles.stock}>{deal.stockNumber}</span> : null}
      </div>
      <div className={styles.line}>
        {deal.nextTask ? <DueChip task={deal.nextTask} /> : null}
        <Age since={deal.stageSince} stageName={stageName} normDays={normDays} />
        <span className={styles.value}>{money(deal.valueCents, deal.currency)}</span>
      </div>
    </>
  );
}

function Age({ since, stageName, normDays }: { since: string; stageName: string; normDays: number | null }) {
  const now = useNow();
  const beyond = normDays !== null && daysSince(since, now) > normDays;
  const usual = normDays === null ? '' : `, usual ${normDays}`;
  return (
    <span
      className={styles.age}
      data-beyond={beyond || undefined}
      title={`${daysSince(since, now)} days in ${stageName}${usual}`}
    >
      <span>
        {beyond ? <IconHourglassHigh size={11} stroke={2.2} aria-label="Longer than usual" /> : null}
        {shortAge(since, now)}
      </span>
    </span>
  );
}
