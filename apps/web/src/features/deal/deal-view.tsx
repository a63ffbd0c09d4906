import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Deal } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { Segments } from '../../ui/segments.tsx';
import { LogComposer } from '../activity/log-composer.tsx';
import { Timeline } from '../activity/timeline.tsx';
import { isAhead } from '../appointment/appointment-words.ts';
import { History } from '../change/history.tsx';
import { rememberOpened } from '../search/recent.ts';
import { useMayLog, useMe } from '../session/use-me.ts';
import { Trades } from '../trade/trades.tsx';
import { Vehicles } from '../vehicle/vehicles.tsx';
import { DealAccess } from './deal-access.tsx';
import { DealBones } from './deal-bones.tsx';
import { DealCustomer } from './deal-customer.tsx';
import { DealHead } from './deal-head.tsx';
import { DealNext } from './deal-next.tsx';
import styles from './deal-view.module.css';

/** Everything about one deal: as a panel in one column, as a page in two. */
export function DealView({ dealId, wide = false }: { dealId: string; wide?: boolean }) {
  const deal = useQuery(trpc.deal.get.queryOptions({ dealId }));
  useRemembered(deal.data);
  if (deal.isPending) return <DealBones />;
  if (!deal.data) return <NoDeal error={deal.error} onRetry={() => void deal.refetch()} />;
  return (
    <div className={styles.deal} data-wide={wide || undefined}>
      <DealHead deal={deal.data} />
      {wide ? <Details deal={deal.data} /> : null}
      <div className={styles.story}>
        <DealNext deal={deal.data} />
        <Story deal={deal.data} tabs={wide ? wideTabs : narrowTabs} />
      </div>
    </div>
  );
}

/** A deal that is not there, or not this member's to see: said, with a way on. */
function NoDeal({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <>
      <h1 className="unseen">Deal</h1>
      <ErrorPanel error={error} onRetry={onRetry} />
      <p className={styles.onwards}>
        <Link to="/board">To the board</Link>
        <Link to="/deals">All deals</Link>
      </p>
    </>
  );
}

type Tab = 'timeline' | 'details' | 'history';

const wideTabs: (readonly [Tab, string])[] = [
  ['timeline', 'Timeline'],
  ['history', 'History'],
];
const narrowTabs: (readonly [Tab, string])[] = [
  ['timeline', 'Timeline'],
  ['details', 'Customer and vehicle'],
  ['history', 'History'],
];

function Story({ deal, tabs }: { deal: Deal; tabs: (readonly [Tab, string])[] }) {
  const [tab, setTab] = useState<Tab>('timeline');
  // What somebody is typing stays, whatever becomes of the connection.
  const mayLog = useMayLog();
  const { dealId, contactId } = deal;
  return (
    <section className={styles.tabs} aria-label="What happened">
      {mayLog ? <LogComposer dealId={dealId} contactId={contactId} /> : null}
      <div className={styles.tab}>
        <Segments<Tab> label="What to show" value={tab} options={tabs} onChange={setTab} />
      </div>
      {tab === 'timeline' ? (
        <Timeline dealId={dealId} appointments={deal.appointments.filter(({ status }) => !isAhead(status))} />
      ) : null}
      {tab === 'details' ? <Details deal={deal} /> : null}
      {tab === 'history' ? <History dealId={dealId} /> : null}
    </section>
  );
}

function Details({ deal }: { deal: Deal }) {
  return (
    <div className={styles.facts}>
      <DealCustomer deal={deal} />
      <Vehicles dealId={deal.dealId} vehicles={deal.vehicles} />
      <Trades dealId={deal.dealId} trades={deal.trades} />
      <DealAccess deal={deal} />
    </div>
  );
}

/** What was looked at comes first in the palette. */
function useRemembered(deal: Deal | undefined): void {
  const { memberId } = useMe();
  useEffect(() => {
    if (!deal) return;
    const detail = [`#${deal.number}`, deal.vehicle].filter(Boolean).join(' · ');
    rememberOpened(memberId, { kind: 'deal', id: deal.dealId, name: deal.contactName, detail });
  }, [deal, memberId]);
}
