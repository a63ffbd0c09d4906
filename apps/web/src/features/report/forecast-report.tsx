import { money, shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import { type Bar, Bars } from './bars.tsx';
import { CellLink } from './cell-link.tsx';
import { count, percent } from './figures.ts';
import styles from './forecast-report.module.css';
import type { Forecast } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

/** What is expected of the open deals and the range around it, then where it comes from. */
export function ForecastChart({ forecast }: { forecast: Forecast }) {
  const { currency } = useMe().workspace;
  const { value, units, totalCents, stages } = forecast;
  const cash = (cents: number) => shortMoney(cents, currency);
  const share = (cents: number) => `${(cents / Math.max(1, totalCents)) * 100}%`;
  const bars: Bar[] = stages.map((stage) => ({
    key: stage.stageId,
    name: stage.name,
    parts: [
      {
        key: 'expected',
        value: stage.expectedCents,
        label: `${stage.name}: ${cash(stage.expectedCents)} expected of ${cash(stage.totalCents)}`,
        cell: { kind: 'open', key: stage.stageId },
      },
      {
        key: 'rest',
        value: stage.totalCents - stage.expectedCents,
        tone: 'soft',
        label: `${stage.name}: ${stage.count} deals, ${cash(stage.totalCents)} in all`,
        cell: { kind: 'open', key: stage.stageId },
      },
    ],
    value: cash(stage.expectedCents),
    note: (
      <>
        of <CellLink cell={{ kind: 'open', key: stage.stageId }}>{stage.count} deals</CellLink>
        {stage.usual === null ? '' : `, ${percent(stage.usual)} usually sell`}
      </>
    ),
  }));
  return (
    <>
      <div className={styles.outlook}>
        <p className={styles.sentence}>
          <strong>{cash(value.low)}</strong> to <strong>{cash(value.high)}</strong>, most likely around{' '}
          <strong>{cash(value.expected)}</strong>; {count(units.low)} to {count(units.high)} units.
        </p>
        <div className={styles.scale} aria-hidden>
          <span className={styles.reach} style={{ left: share(value.low), width: share(value.high - value.low) }} />
          <span className={styles.middle} style={{ left: share(value.expected) }} />
        </div>
        <div className={styles.ends} aria-hidden>
          <span>0</span>
          <span>{cash(totalCents)} if all of them sold</span>
        </div>
      </div>
      <Bars label="Expected by stage" bars={bars} />
    </>
  );
}

/** The same in rows. */
export function ForecastTable({ forecast: { stages } }: { forecast: Forecast }) {
  const { currency } = useMe().workspace;
  return (
    <ReportTable
      caption="Forecast by stage"
      head={['Stage', 'Open deals', 'Value', 'Expected', 'Units', 'Usually sell']}
      rows={stages.map((stage) => ({
        key: stage.stageId,
        cells: [
          stage.name,
          <CellLink key="count" cell={{ kind: 'open', key: stage.stageId }}>
            {stage.count}
          </CellLink>,
          money(stage.totalCents, currency),
          money(stage.expectedCents, currency),
          count(stage.units),
          percent(stage.usual),
        ],
      }))}
    />
  );
}
