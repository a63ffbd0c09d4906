import { Progress } from '@mantine/core';
import type { ImportRun } from '../../api.ts';
import styles from './import.module.css';
import { runSentence } from './import-words.ts';

/** How far an import has come, and what became of its rows. */
export function ImportStatus({ run }: { run: ImportRun }) {
  const { progress, counts, status } = run;
  const percent = progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const moving = isMoving(run);
  const figures = [
    [counts.created, 'added'],
    [counts.deals, counts.deals === 1 ? 'deal opened' : 'deals opened'],
    [counts.updated, 'filled in'],
    [counts.skipped, 'left as they were'],
    [counts.refused, 'refused'],
  ] as const;
  return (
    <div className={styles.status}>
      {/* Two sentences a second would drown everything else that is read out. */}
      <p className={styles.state} aria-live={moving ? 'off' : 'polite'}>
        {runSentence(run)}
      </p>
      {moving ? <Progress value={percent} size={8} radius={4} aria-label={runSentence(run)} /> : null}
      {status === 'reverted' || status === 'reverting' ? null : (
        <ul className={styles.counts}>
          {figures.map(([count, label]) => (
            <li key={label}>
              <strong>{count.toLocaleString('en-US')}</strong> {label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Whether an import is at work: adding, or taking back. */
export function isMoving({ status }: ImportRun): boolean {
  return status === 'running' || status === 'reverting';
}
