import { makeWorkspace } from '@beback/api';
import type { Clock } from '@beback/config';
import * as schema from '@beback/db/schema';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createCalendar } from './calendar.ts';
import { tellLakeside, tellNorthside } from './history.ts';
import { numberRows } from './number-rows.ts';
import { type DemoDealership, lakeside, northside } from './people.ts';
import { demoPipeline } from './pipeline.ts';
import { createRandom } from './random.ts';
import { noRows, type Rows } from './rows.ts';
import type { World } from './world.ts';

/** The part of drizzle that writing rows takes. */
type Writer = Pick<ReturnType<typeof drizzle>, 'insert'>;

/** How long ago the dealership began to use Beback. */
const foundedDaysAgo = 150;
const minuteMs = 60_000;
/** A statement has room for 65,535 values. */
const rowsPerStatement = 1_000;

/**
 * Makes both demo dealerships with three months of history up to the clock's now, in one transaction. Takes the login that
 * owns the schema, which sees everything; throws what PostgreSQL answers, a second demo included.
 */
export async function seedDemo(ownerUrl: string, clock: Clock): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    await drizzle(sql).transaction(async (tx) => {
      await writeDealership(tx, northside, 7, clock.now(), tellNorthside);
      await writeDealership(tx, lakeside, 11, clock.now(), tellLakeside);
    });
  } finally {
    await sql.end({ timeout: 5 });
  }
}

async function writeDealership(
  tx: Writer,
  dealership: DemoDealership,
  seed: number,
  now: Date,
  tell: (world: World) => void,
): Promise<void> {
  const random = createRandom(seed);
  const calendar = createCalendar(now, dealership.timeZone);
  const createdAt = calendar.worked(foundedDaysAgo - seed);
  const workspaceId = random.id(createdAt);
  const pipeline = demoPipeline(() => random.id(createdAt));
  // In the order in which they were invited: that is how the demo lists them.
  const people = dealership.people.map((person, place) => ({
    ...person,
    id: random.id(createdAt),
    workspaceId,
    createdAt: new Date(Date.parse(createdAt) + place * minuteMs).toISOString(),
  }));
  const members = Object.fromEntries(people.map(({ email, id }) => [email.split('@')[0] ?? email, id]));
  const world: World = { workspaceId, ...pipeline, dealership, members, random, calendar, rows: noRows() };
  tell(world);
  const { changes, lastDeal, lastChange } = numberRows(world.rows);
  const { name, timeZone, slackTeamId } = dealership;
  const slack = (slackUserId: string | null) => ({ slackUserId, slackTeamId: slackUserId && slackTeamId });
  await makeWorkspace(tx, {
    workspace: { workspaceId, createdAt, name, timeZone, demo: true },
    people: people.map((person) => ({
      ...person,
      ...slack(person.slackUserId),
      phoneSeenAt: person.phone && now.toISOString(),
    })),
    pipeline,
    counted: { deal: lastDeal, change: lastChange },
  });
  await writeHistory(tx, world.rows, changes);
}

/** In an order in which everything referred to is there before. */
async function writeHistory(tx: Writer, rows: Rows, changes: (typeof schema.changes.$inferInsert)[]): Promise<void> {
  for (const part of parts(rows.companies)) await tx.insert(schema.companies).values(part);
  for (const part of parts(rows.contacts)) await tx.insert(schema.contacts).values(part);
  for (const part of parts(rows.deals)) await tx.insert(schema.deals).values(part);
  for (const part of parts(rows.dealShares)) await tx.insert(schema.dealShares).values(part);
  for (const part of parts(rows.vehicles)) await tx.insert(schema.vehicles).values(part);
  for (const part of parts(rows.trades)) await tx.insert(schema.trades).values(part);
  for (const part of parts(rows.stageTransitions)) await tx.insert(schema.stageTransitions).values(part);
  for (const part of parts(rows.activities)) await tx.insert(schema.activities).values(part);
  for (const part of parts(rows.tasks)) await tx.insert(schema.tasks).values(part);
  for (const part of parts(rows.appointments)) await tx.insert(schema.appointments).values(part);
  for (const part of parts(rows.visits)) await tx.insert(schema.visits).values(part);
  for (const part of parts(changes)) await tx.insert(schema.changes).values(part);
}

function parts<Row>(rows: Row[]): Row[][] {
  const count = Math.ceil(rows.length / rowsPerStatement);
  return Array.from({ length: count }, (_, nth) => rows.slice(nth * rowsPerStatement, (nth + 1) * rowsPerStatement));
}
