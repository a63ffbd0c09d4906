import type { Tx } from '@beback/db';
import { describe, type LogCommand, type MoveCommand, type QuicklogContext } from '@beback/quicklog';
import { logActivity } from '../activity/activities.ts';
import { createAppointment } from '../appointment/appointments.ts';
import { type Image, merged } from '../change/images.ts';
import { record } from '../change/record.ts';
import { moveDeal } from '../deal/deals.ts';
import { readLostReasons } from '../deal/offered.ts';
import { createTask } from '../task/tasks.ts';
import type { MemberContext } from '../trpc.ts';
import { openVisit } from '../visit/open-visit.ts';
import { type AboutSomebody, logged, type Plan, type QuicklogAnswer, refused, type Target } from './plan.ts';
import { ask } from './questions.ts';
import { summaryOf } from './summary.ts';
import { targetLabel } from './targets.ts';

/** Carries a command out on the one target that fits, or asks what still has to be known or confirmed. */
export function carryOut(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  plan: Exclude<Plan, { command: null }>,
): Promise<QuicklogAnswer> {
  const { command, target, confirmed } = plan;
  if (command.kind === 'show') return summaryOf(tx, ctx, parsing, target);
  const closing = command.stage && command.stage.kind !== 'open' && !confirmed;
  if (command.stage && !target.dealId)
    return Promise.resolve(refused(`${target.contactName} has no open deal to move.`));
  if (closing) return confirmClosing(tx, ctx, command, target);
  return command.kind === 'move' ? move(tx, ctx, command, target) : log(tx, ctx, parsing, command, target);
}

/** Sold and lost are shown before they are done; a lost deal's reason is one of the list. */
async function confirmClosing(
  tx: Tx,
  ctx: MemberContext,
  command: LogCommand | MoveCommand,
  target: Target,
): Promise<QuicklogAnswer> {
  const stage = command.stage?.name ?? '';
  const yes = (changed: AboutSomebody): Plan => ({ command: changed, target, confirmed: true });
  const reasons = command.stage?.kind === 'lost' ? await readLostReasons(tx) : [];
  if (command.stage?.kind === 'lost' && !command.lostReason) {
    // A text answers with one digit.
    const offered = reasons.filter(({ hidden, bad }) => !hidden && !bad).slice(0, 9);
    const choices = offered.map(({ key, name }) => ({ label: name, plan: yes({ ...command, lostReason: key }) }));
    return ask(tx, ctx, `Why was ${targetLabel(target)} lost?`, choices);
  }
  const named = reasons.find(({ key }) => key === command.lostReason)?.name;
  const why = named ? ` (${named.toLowerCase()})` : '';
  return ask(tx, ctx, `Move ${targetLabel(target)} to ${stage}${why}?`, [
    { label: `Yes, ${stage}`, plan: yes(command) },
    { label: 'No, leave it', plan: { command: null } },
  ]);
}

async function move(tx: Tx, ctx: MemberContext, command: MoveCommand, target: Target): Promise<QuicklogAnswer> {
  const dealId = target.dealId ?? '';
  const moved = await moveDeal(tx, ctx, dealId, command.stage.stageId, closingInput(command));
  if (!moved.summary) return refused(`${targetLabel(target)} is in ${command.stage.name} already.`);
  const note =
    command.note && moved.to.kind !== 'lost'
      ? (await logActivity(tx, ctx, { dealId, kind: 'note', note: command.note })).images
      : [];
  const { changeId } = await record(tx, ctx, {
    subject: { type: 'deal', id: dealId },
    dealId,
    contactId: target.contactId,
    summary: moved.summary,
    images: [...moved.images, ...note],
  });
  return logged(`${targetLabel(target)} moved from ${moved.from.name} to ${moved.to.name}.`, ctx.door, changeId);
}

async function log(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  command: LogCommand,
  target: Target,
): Promise<QuicklogAnswer> {
  const about = { dealId: target.dealId ?? undefined, contactId: target.contactId };
  const images: Image[] = [];
  const activity =
    command.activity ??
    (command.note ? { kind: 'note' as const, outcome: null, minutes: null, occurredAt: null } : null);
  const arrived = command.activity && command.beBack ? await cameBack(tx, ctx, parsing, command.activity, target) : [];
  if (activity) {
    const { kind, outcome, minutes, occurredAt } = activity;
    const entry = { ...about, kind, outcome, minutes, note: command.note, occurredAt: occurredAt?.at };
    // Nobody has to say that somebody was here before; it is only believed when they do.
    const entries = await logActivity(tx, ctx, { ...entry, beBack: command.beBack || undefined });
    images.push(...entries.images);
  }
  if (command.followUp) {
    const { title, due } = command.followUp;
    images.push((await createTask(tx, ctx, { ...about, title, dueAt: due.at, allDay: due.allDay })).image);
  }
  if (command.appointment && target.dealId) {
    images.push((await createAppointment(tx, ctx, { dealId: target.dealId, startsAt: command.appointment.at })).image);
  }
  const moved =
    command.stage && target.dealId
      ? await moveDeal(tx, ctx, target.dealId, command.stage.stageId, closingInput(command))
      : null;
  if (moved) images.push(...moved.images);
  const understood = describe(command, parsing);
  const first = images[0]?.after;
  if (!first)
    return refused(
      `Nothing to log in that for ${target.contactName}. Say what happened: "called", "left message", "cb fri 3".`,
    );
  const { changeId } = await record(tx, ctx, {
    subject: { type: 'activity', id: first.id },
    dealId: target.dealId,
    contactId: target.contactId,
    summary: `logged ${understood.charAt(0).toLowerCase()}${understood.slice(1)}`,
    images: merged([...arrived, ...images]),
  });
  return logged(`${targetLabel(target)}: ${understood}.`, ctx.door, changeId);
}

/** A be-back of whom something else was told than that they came: the demo drive they took is part of a visit. */
async function cameBack(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  { kind, occurredAt }: NonNullable<LogCommand['activity']>,
  { dealId, contactId }: Target,
): Promise<Image[]> {
  if (!dealId || kind === 'visit') return [];
  const at = occurredAt?.at ?? parsing.now;
  return (await openVisit(tx, ctx, { dealId, contactId, at, beBack: true })).images;
}

function closingInput(command: LogCommand | MoveCommand) {
  return { lostReason: command.lostReason ?? undefined, lostNote: (command.lostReason && command.note) || undefined };
}
