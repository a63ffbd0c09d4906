import { ActionIcon } from '@mantine/core';
import { type Icon, IconMail, IconMessage, IconPhone, IconSelector } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Deal } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { calendarDate, shortAge } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { useMayWrite } from '../session/use-me.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { useLostReasonName } from '../stage-move/use-lost-reasons.ts';
import { useStageMove } from '../stage-move/use-stage-move.tsx';
import { ClaimDeal } from './claim-deal.tsx';
import { DealFacts } from './deal-facts.tsx';
import { DealGross } from './deal-gross.tsx';
import styles from './deal-view.module.css';

/** Who, which vehicle, where it stands, how much, whose: the first thing a manager reads. */
export function DealHead({ deal }: { deal: Deal }) {
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
        <Reach deal={deal} />
      </div>
      <DealFacts deal={deal} stage={<StageControl deal={deal} />} />
      <DealGross deal={deal} />
      <ClaimDeal deal={deal} />
      <Closed deal={deal} />
    </header>
  );
}

/** One tap to call, text or write, unless the customer does not want it. */
function Reach({ deal: { contact, contactName } }: { deal: Deal }) {
  const phone = contact.phones[0]?.phone;
  const [email] = contact.emails;
  const ways: [string, Icon, string | false | undefined][] = [
    ['Call', IconPhone, !contact.doNotCall && phone && `tel:${phone}`],
    ['Text', IconMessage, !contact.doNotText && phone && `sms:${phone}`],
    ['E-mail', IconMail, !contact.doNotEmail && email && `mailto:${email}`],
  ];
  return (
    <div className={styles.reach}>
      {ways.map(([word, Mark, href]) =>
        href ? (
          <ActionIcon
            key={word}
            component="a"
            href={href}
            size={36}
            variant="default"
            aria-label={`${word} ${contactName}`}
            title={`${word} ${contactName}`}
          >
            <Mark size={18} stroke={1.7} />
          </ActionIcon>
        ) : null,
      )}
    </div>
  );
}

function StageControl({ deal }: { deal: Deal }) {
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items ?? [];
  const { choose, dialog } = useStageMove(stages);
  const now = useNow();
  const mayWrite = useMayWrite();
  useShortcuts(mayWrite ? { m: () => choose(deal) } : {});
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
