import { contacts, deals, tasks } from '@beback/db/schema';
import { eq, gte, inArray, isNull, lt, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { id, line } from '../inputs.ts';
import { quietFor } from './quiet.ts';

export const BoardFilter = z
  .object({
    ownerId: id.nullish(),
    /** Deals that nobody has taken. */
    unowned: z.boolean().default(false),
    source: line(100).nullish(),
    query: line(200).nullish(),
    minStageDays: z.number().min(0).max(10_000).nullish(),
    /** With a follow-up that should have been done. */
    overdue: z.boolean().default(false),
    /** Longer in their stage than deals of this store usually are. */
    quiet: z.boolean().default(false),
    /** Opened on the dealership's present day. */
    newToday: z.boolean().default(false),
    /** Only these: what a board that is on the screen asks when it hears of them. */
    dealIds: z.array(id).max(100).optional(),
    /** How far back closed deals are shown. */
    closedDays: z.int().min(1).max(366).default(30),
  })
  .prefault({});
export type BoardFilter = z.infer<typeof BoardFilter>;

/** When the board is read: the instant, where the dealership's day began, and what is usual in its stages. */
export interface BoardMoment {
  now: Date;
  dayStart: string;
  norms: Map<string, number>;
}

/** What a deal of the filtered board fulfils, besides where it stands; the sums are made of the same deals. */
export function filterConditions(filter: BoardFilter, { now, dayStart, norms }: BoardMoment): SQL[] {
  const conditions: (SQL | undefined)[] = [
    filter.ownerId ? eq(deals.ownerId, filter.ownerId) : undefined,
    filter.dealIds ? inArray(deals.id, filter.dealIds) : undefined,
    filter.unowned ? isNull(deals.ownerId) : undefined,
    filter.source ? eq(deals.source, filter.source) : undefined,
    filter.minStageDays
      ? lt(deals.stageSince, new Date(now.getTime() - filter.minStageDays * 86_400_000).toISOString())
      : undefined,
    filter.overdue ? hasOverdue(now, dayStart) : undefined,
    filter.quiet ? quietFor(norms, now) : undefined,
    filter.newToday ? gte(deals.createdAt, dayStart) : undefined,
    filter.query ? matchesText(filter.query) : undefined,
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** A follow-up for a time of day is late once that has passed; one for the day, once the day has. */
function hasOverdue(now: Date, dayStart: string): SQL {
  return sql`exists (select 1 from ${tasks} t where t.workspace_id = ${deals.workspaceId} and t.deal_id = ${deals.id}
    and t.done_at is null and t.archived_at is null
    and (t.due_at < ${dayStart} or (not t.all_day and t.due_at < ${now.toISOString()})))`;
}

/** Deals whose number, customer, title or vehicle holds what was typed. */
export function matchesText(query: string): SQL {
  const number = /^#?(\d{1,9})$/.exec(query)?.[1];
  const like = `%${query.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`(${number ? sql`${deals.number} = ${Number(number)} or` : sql``}
    ${contacts.searchText} like '%' || app.search_key(${query}) || '%' or lower(${deals.title}) like ${like}
    or exists (select 1 from vehicles v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
      and v.archived_at is null
      and lower(concat_ws(' ', v.year, v.make, v.model, v.trim, v.color, v.stock_number, v.vin)) like ${like}))`;
}
