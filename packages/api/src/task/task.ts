import type { Tx } from '@beback/db';
import { tasks } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Image } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { id, line, page, version, when } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { memberProcedure } from '../trpc.ts';
import { changedColumns, shortened } from '../wording/change-words.rules.ts';
import { createTask, getTask, mayGiveTo, NewTask, selectTasks, type TaskRow, toTask } from './tasks.ts';

const columnNames = { title: 'title', dueAt: 'time', allDay: 'time', memberId: 'assignee' };
const due = sql`coalesce(${tasks.dueAt}, 'infinity')`;
const isDone = sql`(${tasks.doneAt} is not null)`;

export const task = {
  /** The tasks of a deal, of a customer, of a member, or else one's own; open ones first, then by when they are due. */
  list: memberProcedure
    .input(
      z
        .object({
          ...page,
          dealId: id.optional(),
          contactId: id.optional(),
          done: z.boolean().optional(),
          memberId: id.optional(),
        })
        .prefault({}),
    )
    .query(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const after = fromCursor(input.cursor, 3);
        const memberId = input.memberId ?? (input.dealId || input.contactId ? undefined : ctx.actor.memberId);
        const where = and(
          input.dealId ? eq(tasks.dealId, input.dealId) : undefined,
          input.contactId ? eq(tasks.contactId, input.contactId) : undefined,
          memberId ? eq(tasks.memberId, memberId) : undefined,
          input.done === undefined ? undefined : (input.done ? isNotNull : isNull)(tasks.doneAt),
          after
            ? sql`(${isDone}, ${due}, ${tasks.id}) > (${after[0] === 1}, ${String(after[1])}::timestamptz, ${String(after[2])}::uuid)`
            : undefined,
        );
        const rows = await selectTasks(tx, where)
          .orderBy(asc(isDone), asc(due), asc(tasks.id))
          .limit(input.limit + 1);
        return toPage(rows.map(toTask), input.limit, (row) => [
          row.doneAt ? 1 : 0,
          row.dueAt ?? 'infinity',
          row.taskId,
        ]);
      }),
    ),

  create: memberProcedure.input(NewTask).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { task: made, contactName, image } = await createTask(tx, ctx, input);
      const changeId = await recordTask(tx, ctx, made, `promised: ${shortened(made.title)}`, image);
      return { ...toTask({ task: made, contactName }), changeId };
    }),
  ),

  update: memberProcedure
    .input(
      z.object({
        taskId: id,
        version: version.optional(),
        title: line(300).optional(),
        dueAt: when.nullish(),
        allDay: z.boolean().optional(),
        memberId: id.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const { taskId, version: seen, ...set } = input;
        const { task: before, contactName } = await getTask(tx, taskId);
        if (set.memberId && set.memberId !== before.memberId)
          await mayGiveTo(tx, ctx, set.memberId, contactName !== null);
        const { after, image } = await rewrite(tx, 'tasks', before, set, seen);
        const summary = image
          ? `changed the ${changedColumns(image, columnNames)} of the task "${shortened(after.title)}"`
          : '';
        const changeId = await recordTask(tx, ctx, after, summary, image);
        return { ...toTask({ task: after, contactName }), changeId };
      }),
    ),

  /** Ticks a task off, or opens it again with `done: false`. */
  complete: memberProcedure
    .input(z.object({ taskId: id, done: z.boolean().default(true) }))
    .mutation(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const { task: before, contactName } = await getTask(tx, input.taskId);
        const doneAt = input.done ? (before.doneAt ?? ctx.services.clock.now().toISOString()) : null;
        const { after, image } = await rewrite(tx, 'tasks', before, { doneAt });
        const changeId = await recordTask(
          tx,
          ctx,
          after,
          `${input.done ? 'did' : 'opened again'}: ${shortened(after.title)}`,
          image,
        );
        return { ...toTask({ task: after, contactName }), changeId };
      }),
    ),
} satisfies TRPCRouterRecord;

/** Records a task's change; null when nothing changed. */
async function recordTask(
  tx: Tx,
  by: Recorder,
  { id: taskId, dealId, contactId }: TaskRow,
  summary: string,
  image: Image | null,
): Promise<string | null> {
  if (!image) return null;
  const { changeId } = await record(tx, by, {
    subject: { type: 'task', id: taskId },
    dealId,
    contactId,
    summary,
    images: [image],
  });
  return changeId;
}
