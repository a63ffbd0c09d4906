import type { ReactNode } from 'react';
import { shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import { CellLink } from './cell-link.tsx';
import { change, count, percent } from './figures.ts';
import styles from './headline.module.css';
import type { Summary } from './report.types.ts';

/** The figures a manager asks for first, each beside what it was by the same day before, each leading to its deals. */
export function Headline({ summary }: { summary: Summary }) {
  const { currency } = useMe().workspace;
  const { before } = summary;
  const cash = (cents: number) => shortMoney(cents, currency);
  const perUnit = (of: { units: number; frontGrossCents: number; backGrossCents: number }) =>
    of.units > 0 ? Math.round((of.frontGrossCents + of.backGrossCents) / of.units / 100) * 100 : 0;
  const points = (now: number | null, then: number | null) =>
    now === null || then === null
      ? undefined
      : change(Math.round(now * 100), Math.round(then * 100), (value) => `${value} pt`);
  return (
    <ul className={styles.figures}>
      <Figure
        name="Units sold"
        value={<CellLink cell={{ kind: 'sold', key: 'all' }}>{count(summary.units)}</CellLink>}
        change={change(summary.units, before.units, count)}
        note={
          <>
            <CellLink cell={{ kind: 'sold', key: 'new' }}>{count(summary.unitsNew)} new</CellLink>,{' '}
            <CellLink cell={{ kind: 'sold', key: 'used' }}>{count(summary.unitsUsed)} used</CellLink>
          </>
        }
      />
      <Figure
        name="Gross"
        value={
          <CellLink cell={{ kind: 'sold', key: 'all' }}>
            {cash(summary.frontGrossCents + summary.backGrossCents)}
          </CellLink>
        }
        change={change(
          summary.frontGrossCents + summary.backGrossCents,
          before.frontGrossCents + before.backGrossCents,
          cash,
        )}
        note={`${cash(summary.frontGrossCents)} front, ${cash(summary.backGrossCents)} back`}
      />
      <Figure
        name="Gross a unit"
        value={cash(perUnit(summary))}
        change={change(perUnit(summary), perUnit(before), cash)}
        note={
          summary.withoutGross > 0 ? (
            <CellLink cell={{ kind: 'sold', key: 'no_gross' }}>{summary.withoutGross} not in yet</CellLink>
          ) : summary.units > 0 ? (
            'every deal is in'
          ) : null
        }
      />
      <Figure
        name="Delivered"
        value={<CellLink cell={{ kind: 'delivered', key: 'all' }}>{count(summary.delivered)}</CellLink>}
        change={change(summary.delivered, before.delivered, count)}
      />
      <Figure
        name="Closing ratio"
        value={<CellLink cell={{ kind: 'opened', key: 'sold' }}>{percent(summary.closingRatio)}</CellLink>}
        change={points(summary.closingRatio, before.closingRatio)}
        note={
          <>
            of <CellLink cell={{ kind: 'opened', key: 'all' }}>{summary.opened} ups</CellLink>
          </>
        }
      />
      <Figure
        name="Show rate"
        value={<CellLink cell={{ kind: 'appointments', key: 'shown' }}>{percent(summary.showRate)}</CellLink>}
        change={points(summary.showRate, before.showRate)}
        note={
          <>
            of <CellLink cell={{ kind: 'appointments', key: 'set' }}>{summary.appointments.set} due</CellLink>
          </>
        }
      />
      <Figure
        name="Be-back rate"
        value={<CellLink cell={{ kind: 'visits', key: 'be_back' }}>{percent(summary.beBackRate)}</CellLink>}
        change={points(summary.beBackRate, before.beBackRate)}
        note={
          <>
            of <CellLink cell={{ kind: 'visits', key: 'all' }}>{summary.visited} visitors</CellLink>
          </>
        }
      />
    </ul>
  );
}

interface FigureProps {
  name: string;
  value: ReactNode;
  change?: string | undefined;
  note?: ReactNode;
}

function Figure({ name, value, change: changed, note }: FigureProps) {
  return (
    <li className={styles.figure}>
      <span className={styles.name}>{name}</span>
      <span className={styles.line}>
        <strong className={styles.value}>{value}</strong>
        {changed ? <span className={styles.change}>{changed}</span> : null}
      </span>
      <span className={styles.note}>{note}</span>
    </li>
  );
}
