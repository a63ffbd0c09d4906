import type { ImportRun } from '../../api.ts';

/** How an import stands. */
export const statusWords: Record<ImportRun['status'], string> = {
  previewed: 'not started',
  running: 'running',
  done: 'done',
  failed: 'stopped',
  reverting: 'being taken back',
  reverted: 'taken back',
};

/** How far an import has come, or how it ended, in a sentence. */
export function runSentence({ status, progress, counts, failure }: ImportRun): string {
  const of = `${progress.done.toLocaleString('en-US')} of ${progress.total.toLocaleString('en-US')}`;
  switch (status) {
    case 'running':
      return `Importing, ${of} rows`;
    case 'reverting':
      return `Taking it back, ${of} rows`;
    case 'reverted':
      return counts.kept > 0
        ? `Taken back. ${counts.kept.toLocaleString('en-US')} stay: somebody has worked on them since.`
        : 'Taken back. Nothing of this import is left.';
    case 'failed':
      return (
        failure ?? 'The import stopped before its end. What it had added is still there; take it back and try again.'
      );
    case 'done':
      return 'Done. Every row is accounted for.';
    case 'previewed':
      return 'Not started yet.';
  }
}
