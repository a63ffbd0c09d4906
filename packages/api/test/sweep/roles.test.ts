import { beforeAll, expect, test } from 'vitest';
import { apiFor, database, makeServices, makeStore, refusal, type Store } from '../harness.ts';
import { call, callable, procedures } from './call.ts';
import { type Caller, callers, expected, type Outcome, type Subject, subjects } from './expected.ts';
import { nothing, recordsOf } from './records.ts';
import { samples } from './samples.ts';

// Every procedure, called by every role about its own record, a colleague's, another workspace's and one that is not there.

let shared: Store;
let foreign: Store;
let tables: string[] | undefined;

beforeAll(async () => {
  shared = await makeStore();
  foreign = await makeStore({ name: 'Foreign Autos' });
});

test('every procedure has a sample and every sample a procedure', () => {
  expect(Object.keys(samples).toSorted()).toEqual(procedures.map(({ path }) => path).toSorted());
});

test.each(callable)('%s does for each role what is expected of it, and nothing crosses', async (path) => {
  const sample = samples[path];
  if (!sample) return;
  const table = expected[sample.expect];
  const found: Partial<Record<Caller, Outcome[]>> = {};
  for (const caller of callers) {
    found[caller] = [];
    for (const subject of subjects.slice(0, table[caller].length))
      found[caller].push(await outcome(path, caller, subject));
  }
  expect(found).toEqual(table);
});

const forStrangers = ['auth.config', 'invitation.look'];
test.each(callable.filter((path) => !forStrangers.includes(path)))('%s refuses who is not signed in', async (path) => {
  const nobody = apiFor(makeServices().services, { email: null });
  const input = await samples[path]?.input?.(recordsOf(shared, shared.members.rep, 'Ownmark'), shared);
  expect(await refusal(call(nobody, path, input))).toMatchObject({ code: 'UNAUTHORIZED' });
});

async function outcome(path: string, caller: Caller, subject: Subject): Promise<Outcome> {
  const store = samples[path]?.apart ? await makeStore() : shared;
  const memberId = {
    owner: store.members.owner,
    manager: store.members.manager,
    rep: store.members.rep,
    reader: store.members.readOnly,
  }[caller];
  const records = {
    own: () => recordsOf(store, memberId, 'Ownmark'),
    other: () => recordsOf(store, store.members.otherRep, 'Othermark'),
    foreign: () => recordsOf(foreign, foreign.members.rep, 'Foreignmark'),
    missing: () => nothing,
  }[subject]();
  const input = await samples[path]?.input?.(records, store);
  const untouched = subject === 'foreign' ? await foreignRows() : null;
  const api = store.as(memberId, { switchWorkspace: async () => {} });
  let answer: unknown;
  const refused = await refusal(
    call(api, path, input).then((value) => {
      answer = value;
    }),
  );
  if (untouched) expect(await foreignRows(), 'the other workspace is as it was').toEqual(untouched);
  if (refused) return refused.code as Outcome;
  mustHoldOnlyWhatIsVisible(answer, caller);
  return reading(answer, path);
}

/** Nothing of another workspace is in any answer, nothing of a colleague's in a rep's. */
function mustHoldOnlyWhatIsVisible(answer: unknown, caller: Caller): void {
  const text = JSON.stringify(answer) ?? '';
  expect(text).not.toContain(foreign.workspaceId);
  expect(text).not.toMatch(
    /Foreignmark (Customer|Deal|Note|Task|Person|Company|Make|change|Question|file|Stage|Member)/,
  );
  if (caller === 'rep')
    expect(text).not.toMatch(/Othermark (Customer|Deal|Note|Task|Person|Company|Make|change|Question|file)/);
}

function reading(answer: unknown, path: string): Outcome {
  if (typeof answer !== 'object' || answer === null) return 'ok';
  if ('status' in answer && answer.status === 'refused') return 'words';
  const listsAbout = samples[path]?.expect === 'listsAbout';
  return listsAbout && 'items' in answer && Array.isArray(answer.items) && answer.items.length === 0 ? 'empty' : 'ok';
}

/** Every row of the other workspace, as one fingerprint per table. */
async function foreignRows(): Promise<Record<string, string>> {
  const { owner } = database;
  tables ??= (
    await owner`select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'workspace_id'`
  ).map((row) => String(row.name));
  const prints = tables.map(
    (
      name,
    ) => `select '${name}' as name, count(*) || ' rows ' || md5(coalesce(string_agg(t::text, '|' order by t::text), ''))
      as print from ${name} t where workspace_id = $1`,
  );
  const rows = await owner.unsafe(prints.join(' union all '), [foreign.workspaceId]);
  return Object.fromEntries(rows.map((row) => [row.name, row.print]));
}
