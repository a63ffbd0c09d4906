import type { Actor, Door } from '../context.ts';
import type { StageRow } from '../stage/stages.ts';
import type { FilePlan, PlannedLine } from './plan-file.rules.ts';

/** One import under way: what every batch of it has to know. */
export interface ImportRun {
  importId: string;
  actor: Actor;
  door: Door;
  duplicates: 'skip' | 'update';
  plan: FilePlan;
  byLine: ReadonlyMap<number, PlannedLine>;
  stages: readonly StageRow[];
  /** The moment the import writes down, in every batch the same. */
  now: string;
}
