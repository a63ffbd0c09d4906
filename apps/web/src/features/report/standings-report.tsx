import type { ReactNode } from 'react';
import { shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import { CellLink } from './cell-link.tsx';
import { count, percent, wait } from './figures.ts';
import type { RepStanding, SourceStanding } from './report.types.ts';
import { ReportTable } from './report-table.tsx';
import styles from './standings-report.module.css';

type Whose = { memberId: string } | { source: string };

/** Who sold what, with half deals as halves. */
export function RepStandings({ items }: { items: RepStanding[] }) {
  const columns = useStandingCells(items);
  return (
    <ReportTable
      caption="By rep"
      head={['Rep', ...heads, 'Activities']}
      rows={items.map((item) => {
        const memberId = item.memberId ?? 'nobody';
        return {
          key: memberId,
          cells: [
            item.name ?? 'Nobody yet',
            ...columns(item, { memberId }),
            <CellLink key="done" cell={{ kind: 'activity', key: 'all', memberId }}>
              {item.activities}
            </CellLink>,
          ],
        };
      })}
    />
  );
}

/** Where customers come from, and what became of them. */
export function SourceStandings({ items }: { items: SourceStanding[] }) {
  const columns = useStandingCells(items);
  return (
    <ReportTable
      caption="By source"
      head={['Source', ...heads]}
      rows={items.map((item) => ({
        key: item.source ?? '',
        cells: [item.source ?? 'Not said', ...columns(item, { source: item.source ?? '' })],
      }))}
    />
  );
}

const heads = ['Units', 'Front gross', 'Back gross', 'Ups', 'Closing', 'Due', 'Shown', 'First answer'];

function useStandingCells(items: (RepStanding | SourceStanding)[]) {
  const { currency } = useMe().workspace;
  const most = {
    units: Math.max(1, ...items.map(({ units }) => units)),
    closing: Math.max(0.01, ...items.map(({ closingRatio }) => closingRatio ?? 0)),
  };
  return (item: RepStanding | SourceStanding, whose: Whose): ReactNode[] => [
    <CellLink key="units" cell={{ kind: 'sold', key: 'all', ...whose }} className={styles.measure}>
      <Gauge share={item.units / most.units} tone="won" />
      {count(item.units)}
    </CellLink>,
    shortMoney(item.frontGrossCents, currency),
    shortMoney(item.backGrossCents, currency),
    <CellLink key="ups" cell={{ kind: 'opened', key: 'all', ...whose }}>
      {item.opened}
    </CellLink>,
    <CellLink key="closing" cell={{ kind: 'opened', key: 'sold', ...whose }} className={styles.measure}>
      <Gauge share={(item.closingRatio ?? 0) / most.closing} tone="plain" />
      {percent(item.closingRatio)}
    </CellLink>,
    <CellLink key="due" cell={{ kind: 'appointments', key: 'set', ...whose }}>
      {item.appointments}
    </CellLink>,
    <CellLink key="shown" cell={{ kind: 'appointments', key: 'shown', ...whose }}>
      {percent(item.showRate)}
    </CellLink>,
    wait(item.medianResponseSeconds),
  ];
}

function Gauge({ share, tone }: { share: number; tone: 'won' | 'plain' }) {
  return (
    <span className={styles.gauge} aria-hidden>
      <span className={styles.level} data-tone={tone} style={{ width: `${Math.max(0, Math.min(1, share)) * 100}%` }} />
    </span>
  );
}
