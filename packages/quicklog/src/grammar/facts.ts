import type { Meaning } from '../lexicon/meanings.ts';
import type { Activity, FollowUpAction, When } from '../types.ts';
import type { Moment } from '../when/resolve.ts';
import type { FoundWho } from './find-who.ts';
import type { Piece, Scan } from './scan.ts';

export interface PlannedFollowUp {
  verb: string;
  action: FollowUpAction;
  due: When;
  /** a word asked for it, as against a date that merely stood there */
  asked: boolean;
  /** token places of the words that say what for */
  topic: readonly { from: number; to: number }[];
}

/** What is known so far about a text, clause by clause. `used` marks the tokens that will not be part of the note. */
export interface Facts {
  readonly scan: Scan;
  readonly moment: Moment;
  readonly person: FoundWho | null;
  readonly used: Uint8Array;
  activity: Activity | null;
  followUp: PlannedFollowUp | null;
  appointment: When | null;
  beBack: boolean;
  /** the call was only "call", neither "called" nor "cb" */
  tenseless: boolean;
  /** a marker that still waits for its date: "cb", "appt set" */
  waiting: Meaning | null;
  /** where a follow-up or appointment was taken out, so that the words leading to it can go too */
  readonly cuts: number[];
}

export function startFacts(scan: Scan, moment: Moment, person: FoundWho | null): Facts {
  const facts: Facts = {
    scan,
    moment,
    person,
    used: new Uint8Array(scan.tokens.length),
    activity: null,
    followUp: null,
    appointment: null,
    beBack: false,
    tenseless: false,
    waiting: null,
    cuts: [],
  };
  for (const span of [...(person?.spans ?? []), ...scan.spent]) use(facts, span);
  return facts;
}

/** Marks tokens as understood: they will not be repeated in the note. */
export function use(facts: Facts, { from, to }: { from: number; to: number }): void {
  facts.used.fill(1, from, to);
}

export function wordOf({ scan }: Facts, piece: Piece | undefined): string {
  return piece ? (scan.tokens[piece.from]?.word ?? '') : '';
}

/** The word before a piece, within its clause. */
export function wordBefore({ scan }: Facts, piece: Piece): string {
  const token = scan.tokens[piece.from - 1];
  return token && token.kind !== 'break' ? token.word : '';
}

export function isUsed(facts: Facts, piece: Piece): boolean {
  return facts.used[piece.from] === 1;
}

/** One call, one visit: a later word only sharpens what the first one said. Returns false when it adds nothing. */
export function takeActivity(
  facts: Facts,
  kind: Activity['kind'],
  outcome: Activity['outcome'],
): 'taken' | 'upgraded' | 'ignored' {
  const { activity } = facts;
  if (!activity || (activity.kind === 'appointment' && kind !== 'appointment')) {
    facts.activity = { kind, outcome, minutes: null, occurredAt: null };
    return 'taken';
  }
  if (kind === 'demo' && activity.kind === 'visit') {
    activity.kind = 'demo';
    return 'upgraded';
  }
  const sharpens = kind === 'call' && outcome !== null && ['call', 'text', 'email'].includes(activity.kind);
  if (!sharpens || (outcome === 'reached' && activity.outcome !== null))
    return kind === activity.kind && kind === 'visit' ? 'upgraded' : 'ignored';
  activity.outcome = outcome;
  return 'taken';
}
