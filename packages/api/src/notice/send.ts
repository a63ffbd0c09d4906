import type { Tx } from '@beback/db';
import { deals, members, notices } from '@beback/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { readActor, scopeOf } from '../acting.ts';
import type { Services } from '../context.ts';
import type { NoticeChannel } from './notice.rules.ts';

interface NoticeJob {
  workspaceId: string;
  memberId: string;
  noticeId: string;
}

/** A notice on its way: to whom, through what. */
export interface Outgoing {
  channel: NoticeChannel;
  text: string;
  email: string;
  phone: string | null;
  slackUserId: string | null;
}

/**
 * Claims a notice to be sent through a channel that knows no idempotency key: claimed once, sent at most once. Mail is put
 * into the queue here, with a key. Null when there is nothing to send: claimed already, or the member has left or may not
 * see the deal any more.
 */
export async function claimNotice(services: Services, job: NoticeJob): Promise<Outgoing | null> {
  const actor = await readActor(services, job.workspaceId, job.memberId);
  if (!actor) return null;
  return services.db.tenant(scopeOf(actor), async (tx) => {
    const [notice] = await tx
      .update(notices)
      .set({ sentAt: services.clock.now().toISOString() })
      .where(and(thisNotice(tx, job), isNull(notices.sentAt)))
      .returning();
    if (!notice || (notice.dealId !== null && !(await seesDeal(tx, notice.dealId)))) return null;
    const [member] = await tx
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, job.workspaceId), eq(members.id, job.memberId)));
    if (!member) return null;
    const link = notice.dealId === null ? services.publicUrl : `${services.publicUrl}/deals/${notice.dealId}`;
    if (notice.channel === 'email') {
      const text = `${notice.summary}\n\n${link}\n\nWhat you are told of, and how: ${services.publicUrl}/settings/notifications`;
      const mail = { to: member.email, subject: notice.summary, text, idempotencyKey: `notice/${notice.id}` };
      await services.enqueue('email.send', mail, undefined, tx);
      return null;
    }
    const { email, phone, slackUserId } = member;
    return { channel: notice.channel, text: `${notice.summary} ${link}`, email, phone, slackUserId };
  });
}

/** Gives a notice back that certainly was not sent. */
export async function releaseNotice(services: Services, job: NoticeJob): Promise<void> {
  const scope = { workspaceId: job.workspaceId, memberId: job.memberId, sees: 'own' as const };
  await services.db.tenant(scope, async (tx) => {
    await tx.update(notices).set({ sentAt: null }).where(thisNotice(tx, job));
  });
}

const thisNotice = (tx: Tx, { noticeId }: NoticeJob) =>
  and(eq(notices.workspaceId, tx.scope.workspaceId), eq(notices.id, noticeId));

async function seesDeal(tx: Tx, dealId: string): Promise<boolean> {
  return (await tx.$count(deals, and(eq(deals.workspaceId, tx.scope.workspaceId), eq(deals.id, dealId)))) > 0;
}
