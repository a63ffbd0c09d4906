import { activities, members } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { id, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { memberProcedure } from '../trpc.ts';
import { followActivity, insertActivity, NewActivity, planActivity, toActivity } from './activities.ts';
import { describeActivity } from './activity.rules.ts';

export const activity = {
  /** What happened with a customer or on a deal, newest first. */
  list: memberProcedure
    .input(z.object({ ...page, dealId: id.optional(), contactId: id.optional() }).prefault({}))
    .query(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const before = fromCursor(input.cursor, 2);
        const rows = await tx
          .select({ activity: activities, memberName: members.name })
          .from(activities)
          .leftJoin(members, and(eq(members.workspaceId, activities.workspaceId), eq(members.id, activities.memberId)))
          .where(
            and(
              eq(activities.workspaceId, tx.scope.workspaceId),
              isNull(activities.archivedAt),
              input.dealId ? eq(activities.dealId, input.dealId) : undefined,
              input.contactId ? eq(activities.contactId, input.contactId) : undefined,
              before
                ? sql`(${activities.occurredAt}, ${activities.id}) < (${String(before[0])}::timestamptz, ${String(before[1])}::uuid)`
                : undefined,
            ),
          )
          .orderBy(desc(activities.occurredAt), desc(activities.id))
          .limit(input.limit + 1);
        const items = rows.map((row) => toActivity(row.activity, row.memberName));
        return toPage(items, input.limit, (row) => [row.occurredAt, row.activityId]);
      }),
    ),

  /** Logs a call, a text, a visit, a note on a deal or with a customer. */
  log: memberProcedure.input(NewActivity).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const row = await planActivity(tx, ctx, input);
      const { id: activityId, dealId, contactId } = row;
      const followed = await followActivity(tx, ctx, row);
      const draft = {
        subject: { type: 'activity', id: activityId },
        dealId,
        contactId,
        summary: describeActivity(row),
        images: [inserted('activities', row), ...followed],
      };
      // Sent together: nothing in the record depends on what the first statement answers.
      const [, { changeId }] = await Promise.all([insertActivity(tx, row), record(tx, ctx, draft)]);
      return { ...toActivity(row, ctx.actor.name), changeId };
    }),
  ),
} satisfies TRPCRouterRecord;
