import type { Tx } from '@beback/db';
import { appointments, contacts } from '@beback/db/schema';
import { and, eq, isNull, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { getDeal } from '../deal/deals.ts';
import { notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { id, text, when } from '../inputs.ts';
import { getWorkingMember } from '../member/members.ts';

export type AppointmentRow = typeof appointments.$inferSelect;

export const NewAppointment = z.object({
  dealId: id,
  startsAt: when,
  kind: z.enum(['visit', 'demo', 'delivery']).optional(),
  note: text(10_000).nullish(),
  /** Who receives the customer; oneself, if nothing is said. */
  memberId: id.optional(),
});

/** Appointments with the name of their customer; the caller orders and limits. */
export function selectAppointments(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ appointment: appointments, contactName: contacts.name })
    .from(appointments)
    .leftJoin(
      contacts,
      and(eq(contacts.workspaceId, appointments.workspaceId), eq(contacts.id, appointments.contactId)),
    )
    .where(and(eq(appointments.workspaceId, tx.scope.workspaceId), isNull(appointments.archivedAt), where))
    .$dynamic();
}

export function toAppointment({
  appointment,
  contactName,
}: {
  appointment: AppointmentRow;
  contactName: string | null;
}) {
  const { id: appointmentId, dealId, contactId, kind, startsAt, status, memberId, note, version } = appointment;
  return { appointmentId, dealId, contactId, contactName, kind, startsAt, status, memberId, note, version };
}

/** The appointment with its customer's name; throws NOT_FOUND. */
export async function getAppointment(
  tx: Tx,
  appointmentId: string,
): Promise<{ appointment: AppointmentRow; contactName: string | null }> {
  const [row] = await selectAppointments(tx, eq(appointments.id, appointmentId));
  if (!row) throw notFound('appointment');
  return row;
}

/** Writes an appointment on a deal; the caller records the change. Throws NOT_FOUND for a deal or member who is not there. */
export async function createAppointment(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof NewAppointment>,
): Promise<{ appointment: AppointmentRow; image: Image }> {
  const given = input.memberId && input.memberId !== by.actor.memberId ? input.memberId : null;
  const [deal] = await Promise.all([getDeal(tx, input.dealId), given ? getWorkingMember(tx, given) : null]);
  const [appointment] = await tx
    .insert(appointments)
    .values({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      dealId: deal.id,
      contactId: deal.contactId,
      memberId: given ?? by.actor.memberId,
      kind: input.kind,
      startsAt: input.startsAt,
      note: input.note || null,
      createdAt: by.services.clock.now().toISOString(),
    })
    .returning();
  if (!appointment) throw new Error('the appointment was not written');
  return { appointment, image: inserted('appointments', appointment) };
}
