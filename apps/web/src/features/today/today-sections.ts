import type { Appointment, DealCard, Task } from '../../api.ts';
import { money } from '../../format/money.ts';
import { daysSince, due, exact, shortAge, timeOfDay } from '../../format/when.ts';
import { appointmentKinds, appointmentStatuses } from '../appointment/appointment-words.ts';
import type { Today } from './today.types.ts';
import { appointmentActions, beBackActions, leadActions, quietActions, taskActions } from './today-actions.ts';
import type { TodayEntry, TodaySection } from './today-entry.ts';

/** What a line is worded with, and whether anything may be done about it. */
interface Seen {
  now: number;
  timeZone: string;
  mayWrite: boolean;
}

type BeBack = Today['beBacksExpected'][number];

/** What to do now, in order; sections with nothing in them are left out. */
export function sectionsOf(today: Today, seen: Seen): TodaySection[] {
  const all: TodaySection[] = [
    { key: 'overdue', title: 'Overdue', entries: today.overdue.map((task) => taskEntry(task, seen, true)) },
    {
      key: 'appointments',
      title: 'Appointments today',
      entries: today.appointments.map((appointment) => appointmentEntry(appointment, seen)),
    },
    {
      key: 'leads',
      title: 'New leads',
      hint: 'waiting for a person, by the clock on the wall',
      entries: today.newLeads.map((lead) => leadEntry(lead, seen)),
    },
    { key: 'due', title: 'Due today', entries: today.dueToday.map((task) => taskEntry(task, seen, false)) },
    {
      key: 'quiet',
      title: 'Gone quiet',
      hint: 'longer in their stage than usual at this store',
      entries: today.quietDeals.map((deal) => quietEntry(deal, seen)),
    },
    {
      key: 'beBacks',
      title: 'Be-backs expected',
      entries: today.beBacksExpected.map((beBack) => beBackEntry(beBack, seen)),
    },
    { key: 'upcoming', title: 'Next 7 days', entries: today.upcoming.map((task) => taskEntry(task, seen, false)) },
  ];
  return all.filter(({ entries }) => entries.length > 0);
}

function taskEntry(task: Task, { now, timeZone, mayWrite }: Seen, late: boolean): TodayEntry {
  const { taskId, dealId, contactId, contactName, title, dueAt, allDay } = task;
  return {
    id: `task-${taskId}`,
    dealId,
    contactId,
    name: contactName ?? title,
    detail: contactName ? title : '',
    when: dueAt ? `${late ? 'late, ' : ''}${due(dueAt, allDay, now, timeZone)}` : '',
    exactly: dueAt && exact(dueAt, timeZone),
    tone: late ? 'late' : 'plain',
    actions: mayWrite ? taskActions(task, now, timeZone) : [],
  };
}

function appointmentEntry(appointment: Appointment, { now, timeZone, mayWrite }: Seen): TodayEntry {
  const { appointmentId, dealId, contactId, contactName, kind, status, startsAt, note } = appointment;
  const named = (list: readonly (readonly [string, string])[], code: string) =>
    list.find(([known]) => known === code)?.[1] ?? code;
  const words = [named(appointmentKinds, kind), named(appointmentStatuses, status).toLowerCase(), note];
  const over = status === 'showed';
  const waited = Date.parse(startsAt) < now && (status === 'set' || status === 'confirmed');
  return {
    id: `appointment-${appointmentId}`,
    dealId,
    contactId,
    name: contactName ?? 'Customer',
    detail: words.filter(Boolean).join(', '),
    when: timeOfDay(startsAt, timeZone),
    exactly: exact(startsAt, timeZone),
    tone: over ? 'done' : status === 'no_show' ? 'late' : waited ? 'risk' : 'plain',
    actions: mayWrite ? appointmentActions(appointment, now) : [],
    ...(mayWrite && !over ? { appointment } : {}),
  };
}

function leadEntry(lead: Today['newLeads'][number], { now, timeZone, mayWrite }: Seen): TodayEntry {
  const { dealId, contactId, contactName, vehicle, source, waitingSince } = lead;
  return {
    id: `lead-${dealId}`,
    dealId,
    contactId,
    name: contactName,
    detail: [source, vehicle].filter(Boolean).join(', '),
    when: `waiting ${shortAge(waitingSince, now)}`,
    exactly: `since ${exact(waitingSince, timeZone)}`,
    tone: 'now',
    actions: mayWrite ? leadActions(lead) : [],
  };
}

function quietEntry(deal: DealCard, { now, timeZone, mayWrite }: Seen): TodayEntry {
  const { dealId, contactId, contactName, vehicle, stageSince, valueCents, currency } = deal;
  return {
    id: `quiet-${dealId}`,
    dealId,
    contactId,
    name: contactName,
    detail: [vehicle, money(valueCents, currency)].filter(Boolean).join(', '),
    when: `${daysSince(stageSince, now)} days`,
    exactly: `since ${exact(stageSince, timeZone)}`,
    tone: 'risk',
    actions: mayWrite ? quietActions(deal, now, timeZone) : [],
  };
}

function beBackEntry(beBack: BeBack, { now, timeZone, mayWrite }: Seen): TodayEntry {
  const { dealId, contactId, contactName, dealTitle, expectedAt, allDay, title, kind, lastVisitAt } = beBack;
  const why = title ?? appointmentKinds.find(([code]) => code === kind)?.[1] ?? 'Visit';
  const last = lastVisitAt ? `was here ${due(lastVisitAt, true, now, timeZone)}` : null;
  return {
    id: `beBack-${dealId}`,
    dealId,
    contactId,
    name: contactName,
    detail: [dealTitle, why, last].filter(Boolean).join(', '),
    when: due(expectedAt, allDay, now, timeZone),
    exactly: exact(expectedAt, timeZone),
    tone: 'plain',
    actions: mayWrite ? beBackActions(dealId, contactName) : [],
  };
}
