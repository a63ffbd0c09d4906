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
