import type { Tx } from '@beback/db';
import { changes, contacts, deals, members, notices } from '@beback/db/schema';
import { and, eq, inArray } from 'drizzle-orm';
import { readActor, scopeOf } from '../acting.ts';
import type { Actor, Services } from '../context.ts';
import { newId } from '../id.ts';
import {
  causesOf,
  effectiveNotices,
  type NoticeCause,
  type NoticedDeal,
  noticeChannels,
  noticeSentence,
} from './notice.rules.ts';

type Change = typeof changes.$inferSelect;
type Colleague = typeof members.$inferSelect;

/**
 * Works out who is to hear of a change, and how; what is to be told at once is handed to the queue in the same transaction.
 * Done twice, it tells once. Nobody hears of a deal they may not see by then, and nobody of what they did themselves.
 */
export async function considerChange(services: Services, workspaceId: string, changeId: string): Promise<void> {
  const floor = { workspaceId, memberId: null, sees: 'floor' as const, readOnly: true };
  const { change, staff } = await services.db.tenant(floor, async (tx) => ({
    change: (
      await tx
        .select()
        .from(changes)
        .where(and(ours(tx), eq(changes.id, changeId)))
    )[0],
    staff: await tx
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.active, true))),
  }));
  if (!change) return;
  const maker = staff.find((member) => member.id === change.memberId)?.name ?? null;
  for (const cause of causesOf(change)) {
    for (const member of staff.filter((one) => one.id !== change.memberId && concerns(cause, change, one))) {
      const actor = await readActor(services, workspaceId, member.id);
      if (actor) await tellOf(services, actor, member, { cause, change, maker });
    }
  }
}

/** Whether news of this kind is a member's, before it is asked whether they may see the deal. */
function concerns({ event, memberId }: NoticeCause, change: Change, member: Colleague): boolean {
  if (memberId !== null) return member.id === memberId;
  const runsTheFloor = member.role === 'manager' || member.role === 'owner';
  if (event === 'appointmentMissed') return runsTheFloor || change.visibleTo.includes(member.id);
  return event === 'leadWaiting' ? member.role !== 'read_only' : runsTheFloor;
}

interface News {
  cause: NoticeCause;
  change: Change;
  maker: string | null;
}

async function tellOf(
  services: Services,
  actor: Actor,
  member: Colleague,
  { cause, change, maker }: News,
): Promise<void> {
  const paces = effectiveNotices(member.notifications)[cause.event];
  const wanted = noticeChannels.filter((channel) => paces[channel] !== 'off');
  const dealIds = cause.dealIds.length > 0 ? cause.dealIds : change.dealId === null ? [] : [change.dealId];
  if (wanted.length === 0 || dealIds.length === 0) return;
  await services.db.tenant(scopeOf(actor), async (tx) => {
    const [deal, ...others] = await readDeals(tx, dealIds);
    if (!deal) return;
    const summary = noticeSentence(cause.event, deal, { by: maker, more: others.length });
    for (const channel of wanted) {
      const pace = paces[channel] === 'daily' ? 'daily' : 'at_once';
      const told = `${change.id}:${cause.event}:${channel}:${member.id}`;
      if (await isTold(tx, told)) continue;
      const id = newId();
      await tx.insert(notices).values({
        workspaceId: actor.workspaceId,
        id,
        memberId: member.id,
        event: cause.event,
        channel,
        pace,
        summary,
        dealId: deal.dealId,
        cause: told,
        createdAt: services.clock.now().toISOString(),
      });
      const job = { workspaceId: actor.workspaceId, memberId: member.id, noticeId: id };
      if (pace === 'at_once') await services.enqueue('notice.send', job, `notice:${id}`, tx);
    }
  });
}

async function isTold(tx: Tx, cause: string): Promise<boolean> {
  const same = and(eq(notices.workspaceId, tx.scope.workspaceId), eq(notices.cause, cause));
  return (await tx.$count(notices, same)) > 0;
}

/** The deals of these that the reader may see. */
function readDeals(tx: Tx, dealIds: string[]): Promise<(NoticedDeal & { dealId: string })[]> {
  return tx
    .select({ dealId: deals.id, number: deals.number, title: deals.title, contactName: contacts.name })
    .from(deals)
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .where(and(eq(deals.workspaceId, tx.scope.workspaceId), inArray(deals.id, dealIds.slice(0, 500))))
    .orderBy(deals.number);
}

const ours = (tx: Tx) => eq(changes.workspaceId, tx.scope.workspaceId);
