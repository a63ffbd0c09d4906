import { parentPort } from 'node:worker_threads';
import { ImportRefused } from './import-refused.ts';
import { type FilePlan, type FileToPlan, type PlannedLine, planFile } from './plan-file.rules.ts';

/** What the thread says: the rows in pieces, so that whoever takes them in is never busy for long, then the rest. */
export type PlanReply = { id: number } & (
  | { kind: 'rows'; rows: PlannedLine[] }
  | { kind: 'done'; plan: Omit<FilePlan, 'planned'> }
  | { kind: 'refused'; code: ImportRefused['code']; sentence: string }
  | { kind: 'failed'; message: string }
);

const rowsPerReply = 1_000;

parentPort?.on('message', ({ id, file }: { id: number; file: FileToPlan }) => {
  const reply = (message: PlanReply) => parentPort?.postMessage(message);
  try {
    const { planned, ...plan } = planFile(file);
    for (let at = 0; at < planned.length; at += rowsPerReply) {
      reply({ id, kind: 'rows', rows: planned.slice(at, at + rowsPerReply) });
    }
    reply({ id, kind: 'done', plan });
  } catch (error) {
    if (error instanceof ImportRefused) reply({ id, kind: 'refused', code: error.code, sentence: error.sentence });
    else reply({ id, kind: 'failed', message: error instanceof Error ? error.name : 'unknown' });
  }
});
