import type { StageRow } from './stages.ts';

type Kind = StageRow['kind'];

/** Where a new stage stands when nobody says: after the last one of its kind, else at the end. */
export function placeFor(kind: Kind, stages: { kind: Kind }[]): number {
  const last = stages.findLastIndex((stage) => stage.kind === kind);
  return last < 0 ? stages.length : last + 1;
}

/** Whether a list of ids names every stage exactly once. */
export function isWholeOrder(stageIds: string[], stages: { id: string }[]): boolean {
  return (
    stageIds.length === stages.length &&
    new Set(stageIds).size === stages.length &&
    stages.every((stage) => stageIds.includes(stage.id))
  );
}

/** Whether a stage is the only one of its kind: there must stay one that is open, one that is won, one that is lost. */
export function isLastOfKind(stage: StageRow, stages: StageRow[]): boolean {
  return stages.every((other) => other.id === stage.id || other.kind !== stage.kind);
}
