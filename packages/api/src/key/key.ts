import { randomBytes } from 'node:crypto';
import { apiKeys } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import type { Actor } from '../context.ts';
import { badRequest, forbidden } from '../errors.ts';
import { newId } from '../id.ts';
import { id, line, page, when } from '../inputs.ts';
import { mayHandle } from '../member/member.rules.ts';
import { getMember, getWorkingMember, type MemberRow } from '../member/members.ts';
import { fromCursor, toPage } from '../page.ts';
import { managerProcedure } from '../trpc.ts';
import { writeKey } from './key.rules.ts';
import { getKey, hashKey, readKeys } from './keys.ts';

const CreateKey = z.object({
  name: line(80),
  scope: z.enum(['read', 'write']),
  memberId: id,
  expiresAt: when.nullish(),
});

export const key = {
  /** Every key of the workspace, those that work no more included. */
  list: managerProcedure.input(z.object(page).prefault({})).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const [after] = fromCursor(input.cursor, 1) ?? [];
      const rows = await readKeys(tx, { after: after?.toString(), limit: input.limit + 1 });
      return toPage(rows, input.limit, (row) => [row.keyId]);
    }),
  ),

  /** Makes a key for a program. The key itself is in this answer and nowhere else. */
  create: managerProcedure.input(CreateKey).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const now = ctx.services.clock.now().toISOString();
      const member = await getActingMember(tx, input);
      mustHandle(ctx.actor, member);
      if (input.expiresAt && input.expiresAt <= now)
        throw badRequest('A key has to expire in the future.', 'expires_in_past', { expiresAt: 'is in the past' });
      const made = writeKey(randomBytes(32));
      const keyId = newId();
      await tx.insert(apiKeys).values({
        workspaceId: tx.scope.workspaceId,
        id: keyId,
        name: input.name,
        prefix: made.prefix,
        keyHash: hashKey(made.key),
        scope: input.scope,
        memberId: member.id,
        createdBy: ctx.actor.memberId,
        expiresAt: input.expiresAt ?? null,
        createdAt: now,
      });
      const may = input.scope === 'read' ? 'read' : 'read and write';
      const summary = `made the API key "${input.name}", which may ${may} as ${member.name}`;
      const { changeId } = await record(tx, ctx, { subject: { type: 'key', id: keyId }, summary, images: [] });
      return { ...(await getKey(tx, keyId)), key: made.key, changeId };
    }),
  ),

  /** Ends a key: its next request is refused. Ending one that has ended changes nothing. */
  revoke: managerProcedure.input(z.object({ keyId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const before = await getKey(tx, input.keyId);
      mustHandle(ctx.actor, await getMember(tx, before.member.memberId));
      const [revoked] = await tx
        .update(apiKeys)
        .set({ revokedAt: ctx.services.clock.now().toISOString() })
        .where(
          and(eq(apiKeys.workspaceId, tx.scope.workspaceId), eq(apiKeys.id, before.keyId), isNull(apiKeys.revokedAt)),
        )
        .returning({ keyId: apiKeys.id });
      const draft = { subject: { type: 'key', id: before.keyId }, images: [] };
      const summary = `revoked the API key "${before.name}"`;
      const changeId = revoked ? (await record(tx, ctx, { ...draft, summary })).changeId : null;
      return { ...(await getKey(tx, before.keyId)), changeId };
    }),
  ),
} satisfies TRPCRouterRecord;

/** Whom a key may act as: somebody who works here; those who only look on can have one that reads. */
function getActingMember(tx: Parameters<typeof getMember>[0], input: z.infer<typeof CreateKey>): Promise<MemberRow> {
  if (input.scope === 'write') return getWorkingMember(tx, input.memberId);
  return getMember(tx, input.memberId).then((member) => {
    if (!member.active) throw badRequest(`${member.name} does not work here any more.`, 'member_inactive');
    return member;
  });
}

/** A key is as much as the person it acts as: one's own, or that of somebody one handles. */
function mustHandle(actor: Actor, member: MemberRow): void {
  if (member.id === actor.memberId || mayHandle(actor.role, member.role)) return;
  throw forbidden('Only the owner can do this for a manager or an owner.');
}
