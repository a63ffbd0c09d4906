import type { CSSProperties } from 'react';
import styles from './activity-report.module.css';
import { CellLink } from './cell-link.tsx';
import type { ActivityHours } from './report.types.ts';
import { ReportTable } from './report-table.tsx';

type Item = ActivityHours['items'][number];

const hourName = (hour: number) => `${hour % 12 === 0 ? 12 : hour % 12}${hour < 12 ? 'a' : 'p'}`;

/** Rep by hour of the dealership's day: the darker, the more was done. Only the hours in which anything was. */
export function ActivityChart({ items }: { items: Item[] }) {
  const seen = items.flatMap(({ hours }) => hours.map(({ hour }) => hour));
  const [from, to] = [Math.min(...seen), Math.max(...seen)];
  const hours = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const most = Math.max(...items.flatMap((item) => item.hours.map(({ count }) => count)));
  return (
    <div className={styles.scroll}>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">Rep</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                {hourName(hour)}
              </th>
            ))}
            <th scope="col">All</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.memberId}>
              <th scope="row">{item.name}</th>
              {hours.map((hour) => (
                <td key={hour}>
                  <Hour item={item} hour={hour} most={most} />
                </td>
              ))}
              <td className={styles.all}>
                <CellLink cell={{ kind: 'activity', key: 'all', memberId: item.memberId }}>{item.count}</CellLink>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Hour({ item, hour, most }: { item: Item; hour: number; most: number }) {
  const count = item.hours.find((cell) => cell.hour === hour)?.count ?? 0;
  if (count === 0) return <span className={styles.nothing} />;
  const share = count / most;
  return (
    <CellLink
      cell={{ kind: 'activity', key: String(hour), memberId: item.memberId }}
      className={styles.cell}
      style={{ '--share': `${Math.round(8 + share * 47)}%` } as CSSProperties}
      label={`${item.name}, ${hourName(hour)}: ${count}`}
    >
      {count}
    </CellLink>
  );
}

const kinds = ['call', 'text', 'email', 'visit', 'demo', 'appointment', 'note'] as const;
const kindNames = ['Calls', 'Texts', 'E-mails', 'Visits', 'Demos', 'Appointments', 'Notes'];

/** What each did, by kind. */
export function ActivityTable({ items }: { items: Item[] }) {
  return (
    <ReportTable
      caption="Activity by rep and kind"
      head={['Rep', ...kindNames, 'All']}
      rows={items.map((item) => ({
        key: item.memberId,
        cells: [
          item.name,
          ...kinds.map((kind) => (
            <CellLink key={kind} cell={{ kind: 'activity', key: kind, memberId: item.memberId }}>
              {item.kinds.find((entry) => entry.kind === kind)?.count ?? 0}
            </CellLink>
          )),
          item.count,
        ],
      }))}
    />
  );
}
