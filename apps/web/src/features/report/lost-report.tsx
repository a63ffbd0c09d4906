import { money, shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import { type Bar, Bars } from './bars.tsx';
import { CellLink } from './cell-link.tsx';
import { change, percent } from './figures.ts';
import type { LostReasons } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

/** Why deals were lost, the most frequent first; a tick where each reason stood before. */
export function LostChart({ lost: { items, count } }: { lost: LostReasons }) {
  const { currency } = useMe().workspace;
  const bars: Bar[] = items.map((item) => ({
    key: item.reason,
    name: item.name,
    before: item.before,
    parts: [
      {
        key: 'all',
        value: item.count,
        label: `${item.count} lost: ${item.name}`,
        cell: { kind: 'lost', key: item.reason },
      },
    ],
    value: <CellLink cell={{ kind: 'lost', key: item.reason }}>{item.count}</CellLink>,
    note:
      item.count > 0
        ? `${percent(item.count / count)}, ${shortMoney(item.valueCents, currency)}`
        : `${item.before} before`,
  }));
  return <Bars label="Lost deals by reason" bars={bars} />;
}

/** How many in all, against before; and who never was a customer. */
export function lostWords({ count, before, bad }: LostReasons): string {
  const never = bad.reduce((sum, item) => sum + item.count, 0);
  const aside =
    never > 0 ? ` ${never} more never were customers (wrong number, duplicate, spam) and count in no ratio.` : '';
  return `${count} lost, ${change(count, before, String)} against the days before.${aside}`;
}

/** The same in rows, the bad ones last. */
export function LostTable({ lost: { items, bad } }: { lost: LostReasons }) {
  const { currency } = useMe().workspace;
  return (
    <ReportTable
      caption="Lost reasons"
      head={['Reason', 'Deals', 'Before', 'Value']}
      rows={[...items, ...bad].map((item) => ({
        key: item.reason,
        cells: [
          item.bad ? `${item.name} (not counted)` : item.name,
          <CellLink key="now" cell={{ kind: 'lost', key: item.reason }}>
            {item.count}
          </CellLink>,
          item.before,
          money(item.valueCents, currency),
        ],
      }))}
    />
  );
}
