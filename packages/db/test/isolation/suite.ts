import { randomInt, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { type MadeWorkspace, makeWorkspace } from '../make.ts';
import { heldTables, tenantTables } from '../tables.ts';
import { attempt, type Entry, type Outcome } from './attempt.ts';
import { makeEverything, makeShared, type Place } from './everything.ts';

type Row = Place & { json: string };

/** Two dealerships with a row in every table; in the first one for each of two reps. */
export interface World {
  here: MadeWorkspace;
  there: MadeWorkspace;
  /** The first dealership's rows by table; `otherRep` has none where the whole workspace sees everything. */
  rows: Record<string, { rep: Row; otherRep?: Row }>;
}

interface Viewer {
  name: string;
  entry: Entry;
  /** Which of the two reps' rows this viewer has a right to. */
  sees: readonly ('rep' | 'otherRep')[];
  /** Whether what the whole first dealership sees is theirs to see. */
  inside: boolean;
}

/** Makes the two dealerships that the suite looks at. */
export async function makeWorld(owner: postgres.Sql): Promise<World> {
  const here = await makeWorkspace(owner, { name: 'Here' });
  const there = await makeWorkspace(owner, { name: 'There' });
  await makeEverything(owner, there, there.members.rep);
  await makeShared(owner, there);
  const rep = await makeEverything(owner, here, here.members.rep);
  const otherRep = await makeEverything(owner, here, here.members.otherRep);
  const rows: World['rows'] = {};
  for (const [table, place] of Object.entries(await makeShared(owner, here))) {
    rows[table] = { rep: await load(owner, here, table, place) };
  }
  for (const [table, place] of Object.entries(rep)) {
    const other = otherRep[table];
    if (!other) throw new Error(`no second row was made in ${table}`);
    rows[table] = { rep: await load(owner, here, table, place), otherRep: await load(owner, here, table, other) };
  }
  return { here, there, rows };
}

async function load(owner: postgres.Sql, workspace: MadeWorkspace, table: string, place: Place): Promise<Row> {
  const found = await owner`select to_jsonb(t)::text as json from ${owner(table)} t
    where workspace_id = ${workspace.workspaceId} and ${owner(place.column)} = ${place.value}`;
  if (found.length !== 1) throw new Error(`${found.length} rows were made in ${table}`);
  return { ...place, json: String(found[0]?.json) };
}

/**
 * Tries every verb as every viewer on every row of `tables`, one transaction each, taken back.
 * Gives a sentence per attempt that came out otherwise than it must; none when isolation holds.
 */
export async function isolationFailures(
  app: postgres.Sql,
  world: World,
  tables = Object.keys(heldTables),
): Promise<string[]> {
  const failures: string[] = [];
  for (const table of tables) {
    const made = world.rows[table];
    if (!made) throw new Error(`nothing was made in ${table}`);
    for (const viewer of viewers(world)) {
      for (const [whose, row] of Object.entries(made)) {
        const mine = table in tenantTables ? viewer.inside : viewer.sees.some((name) => name === whose);
        for (const { verb, allowed, statement, values } of statements(world, table, row)) {
          const outcome = await attempt(app, viewer.entry, statement, values);
          if (!fits(outcome, mine && allowed))
            failures.push(`${viewer.name}: ${verb} ${table} of ${whose} came out as ${outcome}`);
        }
      }
    }
  }
  return failures;
}

const fits = (outcome: Outcome, must: boolean) =>
  must ? outcome === 'done' : outcome === 'nothing' || outcome === 'refused';

function viewers({ here, there }: World): Viewer[] {
  const at = (workspace: MadeWorkspace, member: keyof MadeWorkspace['members'], sees: 'own' | 'floor'): Entry => ({
    enter: [workspace.workspaceId, workspace.members[member], sees],
  });
  const both = ['rep', 'otherRep'] as const;
  const floor = { 'app.member_id': here.members.rep, 'app.sees': 'floor' };
  return [
    { name: 'rep', entry: at(here, 'rep', 'own'), sees: ['rep'], inside: true },
    { name: 'other rep', entry: at(here, 'otherRep', 'own'), sees: ['otherRep'], inside: true },
    { name: 'onlooker', entry: at(here, 'readOnly', 'own'), sees: [], inside: true },
    { name: 'manager', entry: at(here, 'manager', 'floor'), sees: both, inside: true },
    { name: 'stranger', entry: at(there, 'rep', 'own'), sees: [], inside: false },
    { name: 'strange manager', entry: at(there, 'manager', 'floor'), sees: [], inside: false },
    { name: 'nobody', entry: { settings: {} }, sees: [], inside: false },
    { name: 'half entered', entry: { settings: floor }, sees: [], inside: false },
    { name: 'garbage', entry: { settings: { ...floor, 'app.workspace_id': "' or true --" } }, sees: [], inside: false },
  ];
}

/** The statements tried on one row; `allowed` says whether even who may see it has the right. */
function statements({ here, there }: World, table: string, row: Row) {
  const granted = heldTables[table] ?? [];
  const where = `where workspace_id = $1 and ${row.column} = $2`;
  const values = [here.workspaceId, row.value];
  const move = `update ${table} set workspace_id = '${there.workspaceId}' ${where}`;
  const copy = `insert into ${table} select (jsonb_populate_record(null::${table}, $1::text::jsonb)).*`;
  return [
    { verb: 'select', allowed: true, statement: `select 1 from ${table} ${where}`, values },
    {
      verb: 'update',
      allowed: granted.includes('update'),
      statement: `update ${table} set workspace_id = workspace_id ${where}`,
      values,
    },
    { verb: 'delete', allowed: granted.includes('delete'), statement: `delete from ${table} ${where}`, values },
    { verb: 'move away', allowed: false, statement: move, values },
    // A new dealership is entered before it is made, so nobody who is in another may make one.
    {
      verb: 'insert',
      allowed: granted.includes('insert') && table !== 'workspaces',
      statement: copy,
      values: [copyOf(table, row, here)],
    },
  ];
}

/** The same row under keys nobody has yet. */
function copyOf(table: string, row: Row, here: MadeWorkspace): string {
  const fresh = randomUUID();
  const number = randomInt(1_000_000, 2_000_000_000);
  const keys: Record<string, Record<string, unknown>> = {
    workspaces: { workspace_id: fresh },
    counters: { name: fresh },
    inbound: { external_id: fresh },
    contact_keys: { key: fresh },
    deals: { id: fresh, number },
    deal_shares: { member_id: here.members.owner },
    changes: { id: fresh, seq: number },
    invitations: { id: fresh, token_hash: fresh },
    api_keys: { id: fresh, key_hash: fresh },
    members: { id: fresh, email: `${fresh}@people.example` },
  };
  return JSON.stringify({ ...JSON.parse(row.json), ...(keys[table] ?? { id: fresh }) });
}
