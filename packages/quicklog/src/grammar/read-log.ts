import { findLostReason, type LostReason } from '../lost-reasons.ts';
import { fold } from '../text/fold.ts';
import type { LogCommand, StageRef, VehicleFacts, Who } from '../types.ts';
import type { Moment } from '../when/resolve.ts';
import { clausesOf } from './clause.ts';
import { withWholeDates } from './complete-dates.ts';
import { type Facts, startFacts, use } from './facts.ts';
import { findWho } from './find-who.ts';
import { followUpOf } from './follow-up.ts';
import { noteOf } from './note.ts';
import { readClause } from './read-clause.ts';
import type { Piece, Scan } from './scan.ts';
import { findStage, type StageMention } from './stage-mention.ts';
import { vehicleFactsOf } from './vehicle-facts.ts';

export interface Reading {
  command: LogCommand;
  /** it asks for a date that it does not give ("cb lopez"): up to how many words of note that is all it says; 0 when it does not */
  undated: number;
  /** "call lopez": a call in no tense */
  tenseless: boolean;
  /** its follow-up is a date that nobody asked anything of: "fri 3" */
  unasked: boolean;
}

const conversation =
  /(?:^|[\s,])(?:wants?|wanted|said|says|needs?|needed|asked|asks|likes?|liked|loves?|loved|interested|prefers?|has|had|is|was|will|can|looking|thinking|coming|ready|agreed|told|knows?|thinks?|going|gonna|wont|won't|doesn't|doesnt|not|still|only|offered|asking|confirmed|requested|mentioned|considering|deciding|undecided|happy|upset|quiere|necesita|dice|dijo|pregunta)(?:$|[\s,.!?])/;

/** Words that only somebody who was reached can have said. */
const quoted = /(?:^|[\s,.])(?:he|she|they|wife|husband) (?:said|says|asked|asks|wants|told)\s/;

function settleOutcome(facts: Facts, note: string | null): void {
  const { activity } = facts;
  if (activity?.kind !== 'call' || activity.outcome !== null) return;
  const talked = quoted.test(fold(facts.scan.text)) || (note !== null && conversation.test(fold(note)));
  if (activity.minutes !== null || facts.appointment || talked) activity.outcome = 'reached';
}

function settleLost(
  stage: StageRef | null,
  note: string | null,
): { lostReason: LostReason | null; note: string | null } {
  const found = stage?.kind === 'lost' && note ? findLostReason(fold(note)) : null;
  return { lostReason: found?.reason ?? null, note: found?.exact ? null : note };
}

function ownName(facts: Facts): (piece: Piece) => boolean {
  const spans = facts.person?.spans ?? [];
  return (piece) => spans.some((span) => piece.from >= span.from && piece.to <= span.to);
}

/** "lost, no response": what follows the stage and is a reason word for word is nothing else. */
function reasonAfter(facts: Facts, { stage, to }: StageMention): LostReason | null {
  if (stage.kind !== 'lost') return null;
  const { tokens, text } = facts.scan;
  const from = Math.max(to, ...(facts.person?.spans ?? []).filter((span) => span.from >= to).map((span) => span.to));
  const found = findLostReason(fold(text.slice(tokens[from]?.start ?? text.length)));
  if (!found?.exact) return null;
  use(facts, { from, to: tokens.length });
  return found.reason;
}

function commandOf(facts: Facts, stage: StageRef | null, reason: LostReason | null): LogCommand {
  const all = noteOf(facts);
  settleOutcome(facts, all);
  const { lostReason, note } = settleLost(stage, all);
  const vehicle: VehicleFacts = vehicleFactsOf(facts.scan, ownName(facts));
  const who: Who | null = facts.person?.who ?? null;
  const noted = note !== null && facts.activity === null && stage === null;
  const activity = noted ? { kind: 'note' as const, outcome: null, minutes: null, occurredAt: null } : facts.activity;
  return {
    kind: 'log',
    who,
    activity,
    note,
    ...vehicle,
    followUp: followUpOf(facts),
    appointment: facts.appointment,
    stage,
    lostReason: reason ?? lostReason,
    beBack: facts.beBack,
  };
}

/** Reads a scanned text as the report of what happened, what is to happen, and where the deal stands. */
export function readLog(scanned: Scan, moment: Moment, stages: readonly StageRef[]): Reading {
  const person = findWho(scanned);
  const facts = startFacts(withWholeDates(scanned, person), moment, person);
  const mention = findStage(facts.scan, person, stages);
  if (mention) use(facts, mention);
  const reason = mention ? reasonAfter(facts, mention) : null;
  for (const clause of clausesOf(facts)) readClause(facts, clause);
  const command = commandOf(facts, mention?.stage ?? null, reason);
  const dateless = facts.waiting !== null && !facts.followUp && !facts.appointment;
  const undated = dateless ? (facts.waiting?.role === 'due' ? 5 : 2) : 0;
  return { command, undated, tenseless: facts.tenseless, unasked: facts.followUp?.asked === false };
}
