import styles from './day-figures.module.css';
import type { DayCounts } from './desk-log.rules.ts';

/** The day in one line: who came and how, and how far they got. */
export function DayFigures({ counts }: { counts: DayCounts }) {
  const came = [
    ['fresh', counts.fresh],
    ['be-backs', counts.beBacks],
    ['appointments', counts.appointments],
  ] as const;
  const got = [
    ['demos', counts.demos],
    ['write-ups', counts.writeUps],
    ['T.O.s', counts.turnovers],
  ] as const;
  return (
    <dl className={styles.figures}>
      <Figure label="ups" value={counts.ups} strong />
      {came.map(([label, value]) => (
        <Figure key={label} label={label} value={value} />
      ))}
      {got.map(([label, value], place) => (
        <Figure key={label} label={label} value={value} apart={place === 0} />
      ))}
      <Figure label="sold" value={counts.sold} kind="won" />
      <Figure label="in the store" value={counts.open} kind="live" apart />
    </dl>
  );
}

interface FigureProps {
  label: string;
  value: number;
  strong?: boolean;
  /** Begins a group of its own. */
  apart?: boolean;
  kind?: 'won' | 'live';
}

function Figure({ label, value, strong, apart, kind }: FigureProps) {
  return (
    <div className={styles.figure} data-strong={strong} data-apart={apart} data-kind={value > 0 ? kind : undefined}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
