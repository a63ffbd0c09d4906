import type { Tx } from '@beback/db';
import { appointments } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Image } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest, notFound } from '../errors.ts';
import { id, page, text, version, when } from '../inputs.ts';
import { getWorkingMember } from '../member/members.ts';
import { fromCursor, toPage } from '../page.ts';
import { dayIn, dayTime } from '../time/day.rules.ts';
import { memberProcedure } from '../trpc.ts';
import { openVisit } from '../visit/open-visit.ts';
import { describeChange, describeNew, isComing, mayBecome, statusWords } from './appointment.rules.ts';
import {
  type AppointmentRow,
  createAppointment,
  getAppointment,
  NewAppointment,
  selectAppointments,
  toAppointment,
} from './appointments.ts';

export const UpdateAppointment = z.object({
  appointmentId: id,
  version: version.optional(),
  status: z.enum(['set', 'confirmed', 'showed', 'no_show', 'cancelled']).optional(),
  startsAt: when.optional(),
  note: text(10_000).nullish(),
  memberId: id.optional(),
});

export const appointment = {
  list: memberProcedure
    .input(z.object({ ...page, dealId: id.optional(), from: when.optional(), to: when.optional() }).prefault({}))
    .query(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const after = fromCursor(input.cursor, 2);
        const where = and(
          input.dealId ? eq(appointments.dealId, input.dealId) : undefined,
          input.from ? gte(appointments.startsAt, input.from) : undefined,
          input.to ? lt(appointments.startsAt, input.to) : undefined,
          after
            ? sql`(${appointments.startsAt}, ${appointments.id}) > (${String(after[0])}::timestamptz, ${String(after[1])}::uuid)`
            : undefined,
        );
        const rows = await selectAppointments(tx, where)
          .orderBy(asc(appointments.startsAt), asc(appointments.id))
          .limit(input.limit + 1);
        return toPage(rows.map(toAppointment), input.limit, (row) => [row.startsAt, row.appointmentId]);
      }),
    ),

  create: memberProcedure.input(NewAppointment).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { appointment: made, image } = await createAppointment(tx, ctx, input);
      const { dealId, contactId } = made;
      const summary = describeNew(made.kind, dayTime(made.startsAt, ctx.actor.timeZone));
      const draft = { subject: { type: 'appointment', id: made.id }, dealId, contactId, summary, images: [image] };
      const [[row], { changeId }] = await Promise.all([
        selectAppointments(tx, eq(appointments.id, made.id)),
        record(tx, ctx, draft),
      ]);
      if (!row) throw notFound('appointment');
      return { ...toAppointment(row), changeId };
    }),
  ),

  update: memberProcedure.input(UpdateAppointment).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { appointmentId, version: seen, ...set } = input;
      const { appointment: before, contactName } = await getAppointment(tx, appointmentId);
      mustBePossible(before, set);
      if (set.memberId && set.memberId !== before.memberId) await getWorkingMember(tx, set.memberId);
      const { after, image } = await rewrite(tx, 'appointments', before, set, seen);
      const followed = await followStatus(tx, ctx, before, after);
      const { dealId, contactId } = after;
      const summary = describeChange(before, after, dayTime(after.startsAt, ctx.actor.timeZone));
      const subject = { type: 'appointment', id: appointmentId };
      const changeId =
        image &&
        (await record(tx, ctx, { subject, dealId, contactId, summary, images: [image, ...followed] })).changeId;
      return { ...toAppointment({ appointment: after, contactName }), changeId };
    }),
  ),
} satisfies TRPCRouterRecord;

/** Who shows on the day is in the store: a line of the desk log. A delivery is no up. */
async function followStatus(tx: Tx, by: Recorder, before: AppointmentRow, after: AppointmentRow): Promise<Image[]> {
  const { dealId, contactId, id: appointmentId, kind, status, startsAt, memberId } = after;
  const { timeZone } = by.actor;
  const now = by.services.clock.now();
  const today = dayIn(now, timeZone) === dayIn(new Date(startsAt), timeZone);
  if (status !== 'showed' || before.status === status || kind === 'delivery' || !today) return [];
  if (!dealId || !contactId) return [];
  const at = now.toISOString();
  return (await openVisit(tx, by, { dealId, contactId, appointmentId, memberId, at })).images;
}

/** Throws BAD_REQUEST for a status that does not follow, or another time for what is over. */
function mustBePossible(before: AppointmentRow, set: { status?: AppointmentRow['status']; startsAt?: string }): void {
  if (set.status && !mayBecome(before.status, set.status)) {
    throw badRequest(
      `This appointment is ${statusWords[before.status]}; it cannot become ${statusWords[set.status]}.`,
      'appointment_over',
      { status: 'does not follow' },
    );
  }
  if (set.startsAt && set.startsAt !== before.startsAt && !isComing(before.status)) {
    throw badRequest('This appointment is over. Make a new one.', 'appointment_over', {
      startsAt: 'belongs to an appointment that is over',
    });
  }
}
