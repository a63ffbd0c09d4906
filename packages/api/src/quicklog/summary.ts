import type { Tx } from '@beback/db';
import { activities } from '@beback/db/schema';
import type { QuicklogContext } from '@beback/quicklog';
import { and, desc, eq, isNull } from 'drizzle-orm';
import { readCard } from '../deal/cards.ts';
import { dayTime } from '../time/day.rules.ts';
import type { MemberContext } from '../trpc.ts';
import { type QuicklogAnswer, type Target, told } from './plan.ts';
import { targetLabel } from './targets.ts';

/** Where a customer stands, in one short message: stage, value, the last thing that happened, the next thing to do. */
export async function summaryOf(
  tx: Tx,
  ctx: MemberContext,
  parsing: QuicklogContext,
  target: Target,
): Promise<QuicklogAnswer> {
  const about = target.dealId ? eq(activities.dealId, target.dealId) : eq(activities.contactId, target.contactId);
  const [card, [last]] = await Promise.all([
    target.dealId ? readCard(tx, target.dealId) : null,
    tx
      .select({ kind: activities.kind, occurredAt: activities.occurredAt })
      .from(activities)
      .where(and(eq(activities.workspaceId, tx.scope.workspaceId), isNull(activities.archivedAt), about))
      .orderBy(desc(activities.occurredAt))
      .limit(1),
  ]);
  const zone = ctx.actor.timeZone;
  const stage = parsing.stages.find((candidate) => candidate.stageId === card?.stageId)?.name;
  const worth = card && card.valueCents > 0 ? money(card.valueCents, card.currency) : null;
  const next = card?.nextTask;
  const lines = [
    `${targetLabel(target)}: ${[stage ?? 'no deal yet', worth].filter(Boolean).join(', ')}.`,
    last ? `Last: ${last.kind}, ${dayTime(last.occurredAt, zone)}.` : 'Nothing logged yet.',
    next
      ? `Next: ${next.title}${next.dueAt ? `, ${dayTime(next.dueAt, zone, next.allDay)}` : ''}.`
      : 'No follow-up set.',
  ];
  return told(lines.join('\n'));
}

function money(cents: number, currency: string): string {
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, maximumFractionDigits: 0 }).format(cents / 100);
}
