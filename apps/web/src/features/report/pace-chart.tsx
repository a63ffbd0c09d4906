import { useId } from 'react';
import { usePhone } from '../../ui/use-phone.ts';
import { CellLink } from './cell-link.tsx';
import { axisEnd } from './figures.ts';
import { dayTicks, type PacePoint } from './pace.rules.ts';
import styles from './pace-chart.module.css';

interface PaceChartProps {
  title: string;
  now: PacePoint[];
  before: PacePoint[];
  /** What the earlier line is called where it ends: "October". */
  beforeName: string;
  write: (value: number) => string;
}

const width = 560;
const height = 220;
const desk = { left: 44, right: 84, top: 14, bottom: 24 };
/** Words are as large on a small screen, so they take more of the picture. */
const pocket = { left: 72, right: 138, top: 20, bottom: 34 };

/** Two running totals from a zero line: this range in ink, the one before in grey; each day that brought something opens its deals. */
export function PaceChart({ title, now, before, beforeName, write }: PaceChartProps) {
  const id = useId();
  const box = usePhone() ? pocket : desk;
  const days = Math.max(now.length, before.length, 2);
  const end = axisEnd(Math.max(...[...now, ...before].map(({ total }) => total)));
  const low = Math.min(0, ...[...now, ...before].map(({ total }) => total));
  const x = (day: number) => box.left + ((day - 1) / (days - 1)) * (width - box.left - box.right);
  const y = (total: number) => box.top + ((end - total) / (end - low)) * (height - box.top - box.bottom);
  const line = (points: PacePoint[]) => points.map(({ day, total }) => `${x(day)},${y(total)}`).join(' ');
  const [last, lastBefore] = [now.at(-1), before.at(-1)];
  const apart = last && lastBefore ? Math.abs(y(last.total) - y(lastBefore.total)) : 99;
  const clash = last && lastBefore && apart < 16 && Math.abs(x(last.day) - x(lastBefore.day)) < box.right + 6;
  const nudge = clash ? (y(last.total) <= y(lastBefore.total) ? -9 : 9) : 0;
  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>{title}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} className={styles.chart} aria-labelledby={id}>
        <title id={id}>
          {title}: {write(last?.total ?? 0)} so far, {write(lastBefore?.total ?? 0)} in {beforeName}
        </title>
        {[0, end / 2, end].map((value) => (
          <g key={value}>
            <line
              x1={box.left}
              x2={width - box.right}
              y1={y(value)}
              y2={y(value)}
              className={styles.grid}
              data-zero={value === 0 || undefined}
            />
            <text x={box.left - 8} y={y(value) + 4} className={styles.tick} textAnchor="end">
              {write(value)}
            </text>
          </g>
        ))}
        {dayTicks(days > now.length ? before : now).map(({ day, label }) => (
          <text key={day} x={x(day)} y={height - 6} className={styles.tick} textAnchor="middle">
            {label}
          </text>
        ))}
        <polyline points={line(before)} className={styles.before} />
        <polyline points={line(now)} className={styles.now} />
        {lastBefore ? (
          <text x={x(lastBefore.day) + 8} y={y(lastBefore.total) + 4 - nudge} className={styles.beforeLabel}>
            {write(lastBefore.total)} {beforeName}
          </text>
        ) : null}
        {last ? (
          <text x={x(last.day) + 9} y={y(last.total) + 4 + nudge} className={styles.nowLabel}>
            {write(last.total)}
          </text>
        ) : null}
        {now.map((point) =>
          point.added === 0 ? null : (
            <CellLink
              key={point.date}
              cell={{ kind: 'sold', key: point.date }}
              label={`${point.date}: ${write(point.added)} more, ${write(point.total)} so far`}
              className={styles.point}
            >
              <title>{`${point.date}: ${write(point.added)} more, ${write(point.total)} so far`}</title>
              <circle cx={x(point.day)} cy={y(point.total)} r={10} className={styles.target} />
              <circle cx={x(point.day)} cy={y(point.total)} r={3.2} className={styles.dot} />
            </CellLink>
          ),
        )}
      </svg>
    </figure>
  );
}
