import type { Tx } from '@beback/db';
import { contacts, tasks } from '@beback/db/schema';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { getContact } from '../contact/contacts.ts';
import { getDeal } from '../deal/deals.ts';
import { forbidden, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { id, line, when } from '../inputs.ts';
import { getWorkingMember } from '../member/members.ts';

export type TaskRow = typeof tasks.$inferSelect;

export const NewTask = z.object({
  dealId: id.optional(),
  contactId: id.optional(),
  title: line(300),
  dueAt: when.nullish(),
  /** The time of day was not said. */
  allDay: z.boolean().optional(),
  /** Whose it is; one's own, if nothing is said. */
  memberId: id.optional(),
});

/** Tasks with the name of their customer, as far as the caller sees them; the caller orders and limits. */
export function selectTasks(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ task: tasks, contactName: contacts.name })
    .from(tasks)
    .leftJoin(contacts, and(eq(contacts.workspaceId, tasks.workspaceId), eq(contacts.id, tasks.contactId)))
    .where(and(eq(tasks.workspaceId, tx.scope.workspaceId), isNull(tasks.archivedAt), where))
    .$dynamic();
}

export function toTask({ task, contactName }: { task: TaskRow; contactName: string | null }) {
  const { id: taskId, dealId, contactId, title, dueAt, allDay, doneAt, memberId, version } = task;
  return { taskId, dealId, contactId, contactName, title, dueAt, allDay, doneAt, memberId, version };
}

/** The task with its customer's name; throws NOT_FOUND. */
export async function getTask(tx: Tx, taskId: string): Promise<{ task: TaskRow; contactName: string | null }> {
  const [row] = await selectTasks(tx, eq(tasks.id, taskId));
  if (!row) throw notFound('task');
  return row;
}

/**
 * Writes a task; the caller records the change. Throws NOT_FOUND for a deal, contact or member who is not there, FORBIDDEN
 * when a rep gives somebody else work that has nothing to do with one of the rep's customers.
 */
export async function createTask(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof NewTask>,
): Promise<{ task: TaskRow; contactName: string | null; image: Image }> {
  const memberId = input.memberId ?? by.actor.memberId;
  const [about] = await Promise.all([
    readAbout(tx, input),
    mayGiveTo(tx, by, memberId, Boolean(input.dealId ?? input.contactId)),
  ]);
  const [task] = await tx
    .insert(tasks)
    .values({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      dealId: about.dealId,
      contactId: about.contactId,
      memberId,
      title: input.title,
      dueAt: input.dueAt ?? null,
      allDay: input.allDay ?? false,
      createdAt: by.services.clock.now().toISOString(),
    })
    .returning();
  if (!task) throw new Error('the task was not written');
  return { task, contactName: about.contactName, image: inserted('tasks', task) };
}

/** Refuses to give a task to who cannot do it; a rep gives others only tasks about the rep's own customers. */
export async function mayGiveTo(tx: Tx, by: Recorder, memberId: string, aboutCustomer: boolean): Promise<void> {
  if (memberId === by.actor.memberId) return;
  if (by.actor.sees === 'own' && !aboutCustomer) throw forbidden('Ask a manager to give somebody else a task.');
  await getWorkingMember(tx, memberId);
}

async function readAbout(
  tx: Tx,
  input: { dealId?: string; contactId?: string },
): Promise<{ dealId: string | null; contactId: string | null; contactName: string | null }> {
  const deal = input.dealId ? await getDeal(tx, input.dealId) : null;
  const contactId = deal?.contactId ?? input.contactId;
  const contact = contactId ? await getContact(tx, contactId) : null;
  return { dealId: deal?.id ?? null, contactId: contact?.id ?? null, contactName: contact?.name ?? null };
}
