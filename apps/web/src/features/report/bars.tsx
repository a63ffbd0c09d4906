import type { ReactNode } from 'react';
import styles from './bars.module.css';
import { CellLink } from './cell-link.tsx';

type Tone = 'plain' | 'won' | 'soft' | 'lost' | 'risk' | 'strong-risk';

interface Part {
  key: string;
  value: number;
  tone?: Tone;
  /** Said aloud and shown on hover: "12 lost from Contacted". */
  label: string;
  cell: Parameters<typeof CellLink>[0]['cell'];
}

export interface Bar {
  key: string;
  name: string;
  parts: Part[];
  /** Where the same bar ended before, on the same scale. */
  before?: number;
  /** The number, at the end of the bar. */
  value: ReactNode;
  note?: ReactNode;
}

interface BarsProps {
  bars: Bar[];
  /** What a whole track stands for; the longest bar unless it is said. */
  most?: number;
  label: string;
}

/** Bars from a zero line, one below the other, each with its name, its number and a tick where it ended before. */
export function Bars({ bars, most, label }: BarsProps) {
  const sum = ({ parts }: Bar) => parts.reduce((total, { value }) => total + value, 0);
  const end = Math.max(1e-9, most ?? Math.max(...bars.map((bar) => Math.max(sum(bar), bar.before ?? 0))));
  const share = (value: number) => `${Math.min(100, (value / end) * 100)}%`;
  return (
    <ul className={styles.bars} aria-label={label}>
      {bars.map((bar) => (
        <li key={bar.key} className={styles.row}>
          <span className={`${styles.name} clip`} title={bar.name}>
            {bar.name}
          </span>
          <span className={styles.track}>
            {bar.parts.map((part) =>
              part.value > 0 ? (
                <CellLink
                  key={part.key}
                  cell={part.cell}
                  className={styles.part}
                  style={{ width: share(part.value) }}
                  label={part.label}
                  title={part.label}
                >
                  <span className={styles.fill} data-tone={part.tone ?? 'plain'} />
                </CellLink>
              ) : null,
            )}
            {bar.before ? <span className={styles.before} style={{ left: share(bar.before) }} aria-hidden /> : null}
          </span>
          <span className={styles.value}>{bar.value}</span>
          {bar.note === undefined ? null : <span className={styles.note}>{bar.note}</span>}
        </li>
      ))}
    </ul>
  );
}
