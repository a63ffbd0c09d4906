import type { Tx } from '@beback/db';
import { type Command, type CreateCommand, describe, type QuicklogContext } from '@beback/quicklog';
import { undoLatest } from '../change/undo.ts';
import { listStages } from '../stage/stages.ts';
import type { MemberContext } from '../trpc.ts';
import { understand } from './about-deal.ts';
import { carryOut } from './carry-out.ts';
import { openUp } from './open-up.ts';
import { type AboutSomebody, logged, type Plan, type QuicklogAnswer, refused, told } from './plan.ts';
import { ask, takeAnswer } from './questions.ts';
import { saidAt } from './said-at.rules.ts';
import { findTargets, targetLabel } from './targets.ts';

const help = [
  'Text what happened, the way you would say it:',
  'called maria lopez 8 min wants the blue tahoe cb fri 3',
  'lm obrien · appt chen sat 11 · nguyen to write-up',
  'new up john smith 214-555-0142 used f150',
  'UNDO takes the last one back.',
].join('\n');

/** What the parser has to know of this dealership and the moment the text is from: this one, if nothing is said. */
export async function parsingContext(
  tx: Tx,
  ctx: MemberContext,
  at = ctx.services.clock.now().toISOString(),
): Promise<QuicklogContext> {
  const stages = await listStages(tx);
  return {
    now: at,
    timeZone: ctx.actor.timeZone,
    stages: stages.map(({ id, name, kind }) => ({ stageId: id, name, kind })),
  };
}

/** A text, when it was typed if that was not now, and the deal it is about if it names nobody. */
interface Said {
  text: string;
  typedAt?: string | undefined;
  dealId?: string | undefined;
}

/**
 * Understands a text and does what it says, asks what it leaves open, or says why not. With `typedAt`, it means what it meant
 * then, and what it tells of happened then.
 */
export async function submit(tx: Tx, ctx: MemberContext, { text, typedAt, dealId }: Said): Promise<QuicklogAnswer> {
  const parsing = await parsingContext(tx, ctx, typedAt);
  const command = await understand(tx, text, parsing, dealId);
  return typedAt ? performLate(tx, ctx, parsing, command) : perform(tx, ctx, parsing, command);
}

/** What was typed without a connection. A word about "the last one" meant another one than is the last by now. */
async function performLate(tx: Tx, ctx: MemberContext, parsing: QuicklogContext, command: Command) {
  if (command.kind === 'undo' || command.kind === 'answer' || command.kind === 'confirm')
    return refused('That was said without a connection, and by now it would mean something else. Say it again.');
  return perform(tx, ctx, parsing, saidAt(command, parsing));
}

/** Goes on where a question was answered. */
export async function answer(tx: Tx, ctx: MemberContext, choice: number, questionId?: string): Promise<QuicklogAnswer> {
  const plan: Plan = await takeAnswer(tx, ctx, choice, questionId);
  if (plan.command === null) return told('Left as it is.');
  return carryOut(tx, ctx, await parsingContext(tx, ctx), plan);
}

async function perform(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  command: Command,
): Promise<QuicklogAnswer> {
  switch (command.kind) {
    case 'log':
      if (!command.who) return refused('Who was that about? Say it again with the customer’s name.');
      return about(tx, ctx, parsing, { ...command, who: command.who });
    case 'move':
    case 'show':
      return about(tx, ctx, parsing, command);
    case 'create':
      return create(tx, ctx, parsing, command);
    case 'undo':
      return undone(tx, ctx);
    case 'answer':
      return answer(tx, ctx, command.choice);
    case 'confirm':
      return answer(tx, ctx, 1);
    case 'help':
      return told(help);
    case 'optOut':
    case 'optIn':
      return refused('That word is for the phone company. Text ? for what works here.');
    case 'unclear':
      return refused(command.reason);
  }
}

/** Writes only when exactly one customer fits; several, or one whose name only resembles, make a question, none a hint. */
async function about(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  command: AboutSomebody & { who: NonNullable<AboutSomebody['who']> },
) {
  const { targets, sure } = await findTargets(tx, command.who, new Date(parsing.now));
  const [only] = targets;
  const name = command.who.text || command.who.phone || `#${command.who.dealNumber}`;
  if (!only)
    return refused(
      `No customer of yours fits "${name.slice(0, 80)}". To add one: new up ${name.slice(0, 40)} and a phone number.`,
    );
  if (targets.length === 1 && sure) return carryOut(tx, ctx, parsing, { command, target: only, confirmed: false });
  return ask(
    tx,
    ctx,
    sure ? 'Which one?' : `Nobody is called "${name.slice(0, 80)}". Did you mean:`,
    targets.map((target) => ({ label: targetLabel(target), plan: { command, target, confirmed: false } })),
  );
}

async function create(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  command: CreateCommand,
): Promise<QuicklogAnswer> {
  const { changeId, label } = await openUp(tx, ctx, command, parsing.now);
  return logged(`${label}: ${describe(command, parsing)}.`, ctx.door, changeId);
}

async function undone(tx: Tx, ctx: MemberContext): Promise<QuicklogAnswer> {
  const { contactName, undone: what } = await undoLatest(tx, ctx);
  return told(`Taken back${contactName ? ` for ${contactName}` : ''}: ${what}.`);
}
