export { describe } from './describe.ts';
export { lostReasons } from './lost-reasons.ts';
export { parse } from './parse.ts';
export { parseMove } from './parse-move.ts';
export type {
  Activity,
  ActivityKind,
  Command,
  CreateCommand,
  FollowUp,
  FollowUpAction,
  LogCommand,
  MoveCommand,
  Outcome,
  QuicklogContext,
  StageRef,
  UpSource,
  When,
  Who,
} from './types.ts';
