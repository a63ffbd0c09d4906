import { ActionIcon } from '@mantine/core';
import { IconMessage, IconPhone, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Deal } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { calendarDate, shortAge } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { useMayWrite } from '../session/use-me.ts';
import { useLostReasonName } from '../stage-move/use-lost-reasons.ts';
import { useStageMove } from '../stage-move/use-stage-move.tsx';
import { ClaimDeal } from './claim-deal.tsx';
import { DealFacts } from './deal-facts.tsx';
import styles from './deal-view.module.css';

/** Who, which vehicle, where it stands, how much, whose: the first thing a manager reads. */
export function DealHead({ deal }: { deal: Deal }) {
  const phone = deal.contact.phones[0]?.phone;
  const about = [deal.vehicle, deal.stockNumber, `Deal ${deal.number}`].filter(Boolean).join(' · ');
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <div className={styles.who}>
          <h1>
            <Link to="/contacts/$contact" params={{ contact: deal.contactId }}>
              {deal.contactName}
            </Link>
          </h1>
          <p className={styles.sub}>{about}</p>
        </div>
        {phone ? (
          <div className={styles.reach}>
            {deal.contact.doNotCall ? null : (
              <ActionIcon
                component="a"
                href={`tel:${phone}`}
                size={36}
                variant="default"
                aria-label={`Call ${deal.contactName}`}
              >
                <IconPhone size={18} stroke={1.7} />
              </ActionIcon>
            )}
            {deal.contact.doNotText ? null : (
              <ActionIcon
                component="a"
                href={`sms:${phone}`}
                size={36}
                variant="default"
                aria-label={`Text ${deal.contactName}`}
              >
                <IconMessage size={18} stroke={1.7} />
              </ActionIcon>
            )}
          </div>
        ) : null}
      </div>
      <DealFacts deal={deal} stage={<StageControl deal={deal} />} />
      <ClaimDeal deal={deal} />
      <Closed deal={deal} />
    </header>
  );
}

function StageControl({ deal }: { deal: Deal }) {
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items ?? [];
  const { choose, dialog } = useStageMove(stages);
  const now = useNow();
  const mayWrite = useMayWrite();
  const stage = stages.find(({ stageId }) => stageId === deal.stageId);
  const age = shortAge(deal.stageSince, now);
  return (
    <>
      <button
        type="button"
        className={styles.stage}
        data-kind={stage?.kind}
        disabled={!mayWrite}
        aria-label={`Stage: ${stage?.name ?? ''} ${age}. Move`}
        onClick={() => choose(deal)}
      >
        <span className="clip">{stage?.name ?? ' '}</span> <span className={styles.age}>{age}</span>
        {mayWrite ? <IconSelector size={14} aria-hidden /> : null}
      </button>
      {dialog}
    </>
  );
}

function Closed({ deal }: { deal: Deal }) {
  const reasonName = useLostReasonName();
  const { soldOn, deliveredOn, lostReason, lostNote } = deal;
  const words = [
    soldOn ? `Sold ${calendarDate(soldOn)}` : null,
    deliveredOn ? `delivered ${calendarDate(deliveredOn)}` : null,
    lostReason ? `Lost: ${reasonName(lostReason).toLowerCase()}` : null,
    lostNote,
  ].filter(Boolean);
  return words.length > 0 ? <p className={styles.closed}>{words.join(', ')}</p> : null;
}
