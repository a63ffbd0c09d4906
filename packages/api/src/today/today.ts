import type { Tx } from '@beback/db';
import { appointments, deals, tasks, visits } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, asc, desc, eq, gte, isNull, lt, ne, or, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { selectAppointments, toAppointment } from '../appointment/appointments.ts';
import { readChanges, toWire } from '../change/changes.ts';
import type { Actor } from '../context.ts';
import { readCards } from '../deal/cards.ts';
import { quietFor } from '../deal/quiet.ts';
import { stageNorms } from '../stage/norms.ts';
import { listAllStages } from '../stage/stages.ts';
import { selectTasks, toTask } from '../task/tasks.ts';
import { memberProcedure } from '../trpc.ts';
import { selectVisits, toVisit } from '../visit/visits.ts';
import { readBeBacksExpected } from './be-backs-expected.ts';
import { countDeals } from './count-deals.ts';
import { readSilentReps, readUnassigned } from './floor.ts';
import { readNewLeads } from './new-leads.ts';
import { todayBounds } from './today.rules.ts';

const most = { visits: 100, tasks: 200, upcoming: 20, appointments: 200, quiet: 10, changes: 15 };

export const today = {
  /**
   * What waits for this member: follow-ups, overdue first, appointments, new leads, deals that stand longer than usual,
   * be-backs expected, who is in the store, what changed; for those who run the floor also what it keeps from them.
   * A rep's own work; for those who run the floor the floor's, except tasks. With `floor` everything the caller may see.
   */
  get: memberProcedure
    .input(z.object({ floor: z.boolean().default(false) }).prefault({}))
    .query(async ({ ctx, input }) => {
      const norms = await stageNorms(ctx.services, ctx.actor.workspaceId);
      return ctx.tenant((tx) => readToday(tx, ctx.actor, input.floor, ctx.services.clock.now(), norms));
    }),
} satisfies TRPCRouterRecord;

async function readToday(tx: Tx, actor: Actor, floor: boolean, now: Date, norms: Map<string, number>) {
  const bounds = todayBounds(now, actor.timeZone);
  const own = actor.role === 'rep' && !floor;
  const myTasks = floor ? undefined : eq(tasks.memberId, actor.memberId);
  const ownDeals = own ? eq(deals.ownerId, actor.memberId) : undefined;
  // A task for a time of day is late once that has passed; one for the day, once the day has.
  const late = or(lt(tasks.dueAt, bounds.from), and(eq(tasks.allDay, false), lt(tasks.dueAt, now.toISOString())));
  const open = (where: SQL | undefined, limit: number) =>
    selectTasks(tx, and(isNull(tasks.doneAt), myTasks, where))
      .orderBy(asc(tasks.dueAt), asc(tasks.id))
      .limit(limit);
  const [
    overdue,
    dueToday,
    upcoming,
    booked,
    quiet,
    newLeads,
    beBacksExpected,
    inStore,
    floorNews,
    changes,
    stages,
    [counts],
  ] = await Promise.all([
    open(late, most.tasks),
    open(
      and(
        gte(tasks.dueAt, bounds.from),
        lt(tasks.dueAt, bounds.to),
        or(tasks.allDay, gte(tasks.dueAt, now.toISOString())),
      ),
      most.tasks,
    ),
    open(and(gte(tasks.dueAt, bounds.to), lt(tasks.dueAt, bounds.upcomingTo)), most.upcoming),
    selectAppointments(
      tx,
      and(
        gte(appointments.startsAt, bounds.from),
        lt(appointments.startsAt, bounds.to),
        ne(appointments.status, 'cancelled'),
        own ? eq(appointments.memberId, actor.memberId) : undefined,
      ),
    )
      .orderBy(asc(appointments.startsAt), asc(appointments.id))
      .limit(most.appointments),
    readCards(tx, {
      where: and(isNull(deals.closedAt), ownDeals, quietFor(norms, now)),
      orderBy: [asc(deals.stageSince), asc(deals.id)],
      limit: most.quiet,
    }),
    readNewLeads(tx, ownDeals, now),
    readBeBacksExpected(tx, ownDeals, bounds),
    selectVisits(
      tx,
      and(
        isNull(visits.leftAt),
        gte(visits.arrivedAt, bounds.yesterday),
        own ? eq(visits.memberId, actor.memberId) : undefined,
      ),
    )
      .orderBy(desc(visits.arrivedAt))
      .limit(most.visits),
    actor.role === 'rep' ? null : Promise.all([readSilentReps(tx, bounds.from), readUnassigned(tx)]),
    readChanges(tx, { limit: most.changes }),
    listAllStages(tx),
    countDeals(tx, ownDeals, bounds),
  ]);
  const stageNames = new Map(stages.map((stage) => [stage.id, stage.name]));
  return {
    date: bounds.date,
    overdue: overdue.map(toTask),
    dueToday: dueToday.map(toTask),
    upcoming: upcoming.map(toTask),
    appointments: booked.map(toAppointment),
    newLeads,
    quietDeals: quiet.cards,
    beBacksExpected,
    visitsOpen: inStore.map(toVisit),
    floor: floorNews && { silentReps: floorNews[0], openVisits: inStore.length, unassigned: floorNews[1] },
    changes: changes.map((change) => toWire(change, stageNames, actor.memberId, now)),
    counts: counts ?? { openDeals: 0, openCents: 0, newThisWeek: 0, soldThisMonth: 0 },
  };
}
