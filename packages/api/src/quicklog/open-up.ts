import type { Tx } from '@beback/db';
import type { CreateCommand } from '@beback/quicklog';
import { logActivity } from '../activity/activities.ts';
import { createAppointment } from '../appointment/appointments.ts';
import { record } from '../change/record.ts';
import { openDeal } from '../deal/open-deal.ts';
import { createTask } from '../task/tasks.ts';
import type { MemberContext } from '../trpc.ts';
import { openVisit } from '../visit/open-visit.ts';

const sources = { walk_in: 'Showroom', phone: 'Phone', internet: 'Internet' } as const;

/** Opens a deal for a customer who came at `at`: contact, deal, first note, follow-up; one change, so UNDO takes all of it. */
export async function openUp(
  tx: Tx,
  ctx: MemberContext,
  command: CreateCommand,
  at: string,
): Promise<{ changeId: string; label: string }> {
  const { who, email, note, followUp, appointment, vehicle, stockNumber, vin } = command;
  const opened = await openDeal(tx, ctx, {
    contact: {
      name: titleCase(who.text || who.phone || 'New customer'),
      phone: who.phone ?? undefined,
      email: email ?? undefined,
    },
    title: vehicle ?? undefined,
    source: sources[command.source ?? 'walk_in'],
    vehicle: stockNumber || vin ? { stockNumber, vin } : undefined,
  });
  const dealId = opened.deal.id;
  const images = [...opened.images];
  if (note) images.push(...(await logActivity(tx, ctx, { dealId, kind: 'note', note, occurredAt: at })).images);
  if (followUp)
    images.push(
      (
        await createTask(tx, ctx, {
          dealId,
          title: followUp.title,
          dueAt: followUp.due.at,
          allDay: followUp.due.allDay,
        })
      ).image,
    );
  if (appointment) images.push((await createAppointment(tx, ctx, { dealId, startsAt: appointment.at })).image);
  // Somebody who walked in is in the store; one who will come at some time is not.
  if ((command.source ?? 'walk_in') === 'walk_in' && !appointment) {
    images.push(...(await openVisit(tx, ctx, { dealId, contactId: opened.contact.id, at, beBack: false })).images);
  }
  const { changeId } = await record(tx, ctx, {
    subject: { type: 'deal', id: dealId },
    dealId,
    contactId: opened.deal.contactId,
    summary: `opened deal #${opened.deal.number} for ${opened.contact.name}`,
    images,
  });
  return { changeId, label: `New up ${opened.contact.name} (#${opened.deal.number})` };
}

/** Names come in as typed with one thumb; only an all-lower-case one is dressed up. */
function titleCase(name: string): string {
  return name === name.toLowerCase() ? name.replace(/(^|[\s'’-])\p{L}/gu, (letters) => letters.toUpperCase()) : name;
}
