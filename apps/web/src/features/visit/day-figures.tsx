import styles from './day-figures.module.css';
import type { DayCounts } from './desk-log.rules.ts';

/** The day in one line: who came and how, and how far they got. */
export function DayFigures({ counts }: { counts: DayCounts }) {
  const came = [
    ['fresh', counts.fresh],
    [counts.beBacks === 1 ? 'be-back' : 'be-backs', counts.beBacks],
    [counts.appointments === 1 ? 'appointment' : 'appointments', counts.appointments],
  ] as const;
  const got = [
    [counts.demos === 1 ? 'demo' : 'demos', counts.demos],
    [counts.writeUps === 1 ? 'write-up' : 'write-ups', counts.writeUps],
    [counts.turnovers === 1 ? 'T.O.' : 'T.O.s', counts.turnovers],
  ] as const;
  return (
    <dl className={styles.figures}>
      <Figure label={counts.ups === 1 ? 'up' : 'ups'} value={counts.ups} strong />
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
    <div
      className={styles.figure}
      data-strong={strong}
      data-apart={apart || undefined}
      data-kind={value > 0 ? kind : undefined}
    >
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
