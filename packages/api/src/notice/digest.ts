import type { Tx } from '@beback/db';
import { appointments, contacts, members, notices, tasks } from '@beback/db/schema';
import { and, asc, eq, gte, inArray, isNull, lt } from 'drizzle-orm';
import { readActor, scopeOf } from '../acting.ts';
import type { Actor, Services } from '../context.ts';
import { newId } from '../id.ts';
import { dayBounds, dayIn, dayTime } from '../time/day.rules.ts';
import { digestText, isDigestHour } from './digest.rules.ts';
import { effectiveNotices } from './notice.rules.ts';

const mostLines = 20;

/** Mails each member their morning: what they wanted to hear of once a day, and what is due. Once a day, however often it is tried. */
export async function sendDigests(services: Services): Promise<void> {
  const now = services.clock.now();
  for (const { workspaceId, timeZone } of await services.db.identity.openWorkspaces()) {
    if (!isDigestHour(now, timeZone)) continue;
    const floor = { workspaceId, memberId: null, sees: 'floor' as const, readOnly: true };
    const staff = await services.db.tenant(floor, (tx) =>
      tx
        .select()
        .from(members)
        .where(and(eq(members.workspaceId, workspaceId), eq(members.active, true))),
    );
    for (const { id, notifications } of staff) {
      if (!wantsDaily(notifications)) continue;
      const actor = await readActor(services, workspaceId, id);
      if (actor) await sendDigest(services, actor, effectiveNotices(notifications).followUps.email === 'daily');
    }
  }
}

/** Whatever channel something was to come through once a day: the morning mail is where it comes. */
function wantsDaily(own: Parameters<typeof effectiveNotices>[0]): boolean {
  return Object.values(effectiveNotices(own)).some((paces) => Object.values(paces).includes('daily'));
}

async function sendDigest(services: Services, actor: Actor, withFollowUps: boolean): Promise<void> {
  const now = services.clock.now();
  const date = dayIn(now, actor.timeZone);
  const cause = `digest:${actor.memberId}:${date}`;
  await services.db.tenant(scopeOf(actor), async (tx) => {
    const own = and(eq(notices.workspaceId, actor.workspaceId), eq(notices.memberId, actor.memberId));
    // Locks the member's row: two processes cannot both find that nothing was sent today.
    await tx
      .select({ id: members.id })
      .from(members)
      .where(and(eq(members.workspaceId, actor.workspaceId), eq(members.id, actor.memberId)))
      .for('update');
    if ((await tx.$count(notices, and(own, eq(notices.cause, cause)))) > 0) return;
    const waiting = await tx
      .update(notices)
      .set({ sentAt: now.toISOString() })
      .where(and(own, eq(notices.pace, 'daily'), isNull(notices.sentAt)))
      .returning();
    const due = withFollowUps ? await readDue(tx, actor, date) : { overdue: [], today: [], appointments: [] };
    const news = [...new Set(waiting.map((notice) => notice.summary))].slice(0, mostLines);
    const text = digestText({ news, ...due });
    if (text === null) return;
    const base = {
      workspaceId: actor.workspaceId,
      id: newId(),
      memberId: actor.memberId,
      createdAt: now.toISOString(),
    };
    const marker = { event: 'digest', channel: 'email' as const, pace: 'daily' as const, summary: '', cause };
    await tx.insert(notices).values({ ...base, ...marker, sentAt: base.createdAt });
    const footer = `${services.publicUrl}/\n\nWhat you are told of, and how: ${services.publicUrl}/settings/notifications`;
    const mail = {
      to: actor.email,
      subject: `Your day at ${actor.workspaceName}`,
      text: `${text}\n\n${footer}`,
      idempotencyKey: `digest/${actor.memberId}/${date}`,
    };
    await services.enqueue('email.send', mail, undefined, tx);
  });
}

async function readDue(tx: Tx, actor: Actor, date: string) {
  const { from, to } = dayBounds(date, actor.timeZone);
  const open = and(
    eq(tasks.workspaceId, actor.workspaceId),
    eq(tasks.memberId, actor.memberId),
    isNull(tasks.doneAt),
    isNull(tasks.archivedAt),
  );
  const [due, coming] = await Promise.all([
    tx
      .select({ title: tasks.title, dueAt: tasks.dueAt, allDay: tasks.allDay, contactName: contacts.name })
      .from(tasks)
      .leftJoin(contacts, and(eq(contacts.workspaceId, tasks.workspaceId), eq(contacts.id, tasks.contactId)))
      .where(and(open, lt(tasks.dueAt, to)))
      .orderBy(asc(tasks.dueAt))
      .limit(2 * mostLines),
    tx
      .select({ startsAt: appointments.startsAt, contactName: contacts.name })
      .from(appointments)
      .leftJoin(
        contacts,
        and(eq(contacts.workspaceId, appointments.workspaceId), eq(contacts.id, appointments.contactId)),
      )
      .where(
        and(
          eq(appointments.workspaceId, actor.workspaceId),
          eq(appointments.memberId, actor.memberId),
          inArray(appointments.status, ['set', 'confirmed']),
          isNull(appointments.archivedAt),
          gte(appointments.startsAt, from),
          lt(appointments.startsAt, to),
        ),
      )
      .orderBy(asc(appointments.startsAt))
      .limit(mostLines),
  ]);
  const line = (at: string, who: string | null, what: string, allDay = false) =>
    `${dayTime(at, actor.timeZone, allDay)}  ${who === null ? what : `${who}: ${what}`}`;
  const lines = (late: boolean) =>
    due.flatMap(({ dueAt, title, allDay, contactName }) =>
      dueAt !== null && dueAt < from === late ? [line(dueAt, contactName, title, allDay)] : [],
    );
  return {
    overdue: lines(true).slice(0, mostLines),
    today: lines(false).slice(0, mostLines),
    appointments: coming.map(({ startsAt, contactName }) => line(startsAt, contactName, 'appointment')),
  };
}
