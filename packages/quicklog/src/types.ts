export type StageKind = 'open' | 'won' | 'lost';

export interface StageRef {
  stageId: string;
  name: string;
  kind: StageKind;
}

/** What the parser must know: the moment, the dealership's zone, and the stages of its pipeline. */
export interface QuicklogContext {
  /** ISO instant */
  now: string;
  timeZone: string;
  stages: readonly StageRef[];
  country?: 'US';
}

/** Whom a text is about, as typed; finding the customer is the caller's job. */
export interface Who {
  /** the name as typed, without title or possessive: "maria lopez" */
  text: string;
  /** lower case, without accents, titles and suffixes: what to search for, in order */
  words: string[];
  /** E.164 */
  phone: string | null;
  /** "#123" */
  dealNumber: number | null;
}

export interface When {
  /** ISO instant; for a whole day, the start of that day in the dealership's zone */
  at: string;
  allDay: boolean;
  /** "Fri Nov 27, 3:00 PM", in the dealership's zone */
  label: string;
}

export type ActivityKind = 'call' | 'text' | 'email' | 'visit' | 'note' | 'appointment' | 'demo';
export type Outcome = 'reached' | 'left_message' | 'no_answer';
export type FollowUpAction = 'call' | 'text' | 'email' | 'visit' | 'other';
export type UpSource = 'walk_in' | 'phone' | 'internet';

export interface Activity {
  kind: ActivityKind;
  outcome: Outcome | null;
  minutes: number | null;
  /** only when the text says another time than now */
  occurredAt: When | null;
}

export interface FollowUp {
  title: string;
  due: When;
  action: FollowUpAction;
}

/** What a text says about the car; shared by a log and a new up. */
export interface VehicleFacts {
  /** "blue Tahoe" */
  vehicle: string | null;
  stockNumber: string | null;
  vin: string | null;
  /** "under 55k" */
  budgetCents: number | null;
  mileage: number | null;
}

export interface LogCommand extends VehicleFacts {
  kind: 'log';
  who: Who | null;
  activity: Activity | null;
  /** the rep's own words, less what was understood as something else */
  note: string | null;
  followUp: FollowUp | null;
  appointment: When | null;
  /** only when the text plainly says so: "sold" */
  stage: StageRef | null;
  /** only beside a lost stage: one of the usual reasons, or a key of the dealership's own */
  lostReason: string | null;
  beBack: boolean;
}

export interface MoveCommand {
  kind: 'move';
  who: Who;
  stage: StageRef;
  lostReason: string | null;
  note: string | null;
}

export interface CreateCommand extends VehicleFacts {
  kind: 'create';
  who: Who;
  email: string | null;
  source: UpSource | null;
  note: string | null;
  followUp: FollowUp | null;
  appointment: When | null;
}

export type Command =
  | LogCommand
  | MoveCommand
  | CreateCommand
  | { kind: 'show'; who: Who }
  | { kind: 'undo' }
  | { kind: 'help' }
  | { kind: 'answer'; choice: number }
  | { kind: 'confirm' }
  | { kind: 'optOut'; word: string }
  | { kind: 'optIn' }
  | { kind: 'unclear'; reason: string };
