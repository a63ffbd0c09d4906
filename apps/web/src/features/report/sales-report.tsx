import { money, shortMoney } from '../../format/money.ts';
import { calendarDate } from '../../format/when.ts';
import { useMe } from '../session/use-me.ts';
import { dayRange } from './cell-address.ts';
import { CellLink } from './cell-link.tsx';
import { count } from './figures.ts';
import { runningTotal } from './pace.rules.ts';
import { PaceChart } from './pace-chart.tsx';
import type { Days, Summary } from './report.types.ts';
import { ReportTable } from './report-table.tsx';
import styles from './reports-page.module.css';

/** Units and gross day by day, against the days before. */
export function SalesChart({ summary }: { summary: Summary }) {
  const { currency } = useMe().workspace;
  const { range, pace, days, paceDays } = summary;
  const units = (of: Summary['days']) => of.map(({ date, units: value }) => ({ date, value }));
  const gross = (of: Summary['days']) =>
    of.map(({ date, frontGrossCents, backGrossCents }) => ({ date, value: frontGrossCents + backGrossCents }));
  const beforeName = nameOf(pace);
  return (
    <div className={styles.pair}>
      <PaceChart
        title="Units so far"
        now={runningTotal(units(days), range)}
        before={runningTotal(units(paceDays), pace)}
        beforeName={beforeName}
        write={count}
      />
      <PaceChart
        title="Gross so far"
        now={runningTotal(gross(days), range)}
        before={runningTotal(gross(paceDays), pace)}
        beforeName={beforeName}
        write={(cents) => shortMoney(cents, currency)}
      />
    </div>
  );
}

/** The same by day. */
export function SalesTable({ summary: { days } }: { summary: Summary }) {
  const { currency } = useMe().workspace;
  return (
    <ReportTable
      caption="Sales by day"
      head={['Day', 'Units', 'New', 'Used', 'Front gross', 'Back gross']}
      rows={days.map((day) => ({
        key: day.date,
        cells: [
          calendarDate(day.date),
          <CellLink key="units" cell={{ kind: 'sold', key: day.date }}>
            {count(day.units)}
          </CellLink>,
          count(day.unitsNew),
          count(day.unitsUsed),
          money(day.frontGrossCents, currency),
          money(day.backGrossCents, currency),
        ],
      }))}
    />
  );
}

/** A whole month by its name, anything else by its days. */
function nameOf(days: Days): string {
  const whole =
    days.from.endsWith('-01') && days.from.slice(0, 7) === days.to.slice(0, 7) && Number(days.to.slice(8)) > 27;
  if (!whole) return 'before';
  return new Intl.DateTimeFormat('en-US', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${days.from}T00:00:00Z`),
  );
}

/** "Nov 1 – 21, 2026, beside Oct 1 – 21, 2026". */
export function rangeWords({ range, compare }: { range: Days; compare: Days }): string {
  return `${dayRange(range)}, beside ${dayRange(compare)}`;
}
