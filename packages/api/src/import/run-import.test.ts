import { makeContact, makeDeal } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';
import { dyingDatabase, importFile, preview, work } from '../../test/imports.ts';
import { makeCustomers } from '../../test/make-customers.ts';
import { jobs } from '../jobs.ts';

const { owner } = database;

/** How many rows of the store's tables came from imports, as the owner of the schema counts them. */
async function counted(store: Store): Promise<{ contacts: number; deals: number; numbers: number; moves: number }> {
  const { workspaceId } = store;
  const [row] = await owner<{ contacts: number; deals: number; numbers: number; moves: number }[]>`select
    (select count(*)::int from contacts where workspace_id = ${workspaceId} and import_id is not null) as contacts,
    (select count(*)::int from deals where workspace_id = ${workspaceId} and import_id is not null) as deals,
    (select count(distinct number)::int from deals where workspace_id = ${workspaceId} and import_id is not null) as numbers,
    (select count(*)::int from stage_transitions t join deals d on d.workspace_id = t.workspace_id and d.id = t.deal_id
      where d.workspace_id = ${workspaceId} and d.import_id is not null) as moves`;
  if (!row) throw new Error('nothing was counted');
  return row;
}

const header = 'First Name,Last Name,Phone,E-mail,Company,Vehicle,Value,Stage,Note\n';

describe('a file of 5,000 rows', () => {
  test('comes in with every customer, deal, duplicate and bad row accounted for, as one change', async () => {
    const store = await makeStore();
    const file = makeCustomers(5_000, 7);
    const seen = await preview(store.manager, file.csv);
    const ready = file.rows - file.bad;
    expect(seen.counts).toMatchObject({ rows: 5_000, ready, refused: file.bad, duplicatesInFile: file.duplicates });
    const began = performance.now();
    const { importId } = seen;
    await store.manager.import.run.mutate({ importId, duplicates: 'skip' });
    await work(store);
    // Generous, because tests share the machine; measured alone it takes about three seconds.
    expect(performance.now() - began).toBeLessThan(25_000);
    const done = await store.manager.import.get.query({ importId });
    const { deals } = seen.counts;
    const created = ready - file.duplicates;
    expect(done).toMatchObject({
      status: 'done',
      progress: { done: ready, total: ready },
      counts: { created, updated: 0, skipped: file.duplicates, refused: file.bad, deals },
      memberName: 'Max Manager',
    });
    expect(done.refused).toHaveLength(file.bad);
    expect(await counted(store)).toEqual({ contacts: created, deals, numbers: deals, moves: deals });
    const { items } = await store.manager.change.list.query({});
    expect(items.map(({ procedure, summary, door }) => [procedure, summary, door])).toEqual([
      ['import.run', `imported ${created.toLocaleString('en-US')} customers from customers.csv`, 'web'],
    ]);
    const [row] = await owner`select content from imports where id = ${importId}`;
    expect(row?.content).toBeNull();
    expect(store.faults).toEqual([]);
  }, 60_000);
});

describe('once', () => {
  test('an import is started once, and a job that runs twice does nothing twice', async () => {
    const store = await makeStore();
    const { importId } = await preview(store.manager, makeCustomers(400, 1).csv);
    await store.manager.import.run.mutate({ importId, duplicates: 'skip' });
    const [job] = store.jobs;
    expect(await refusal(store.manager.import.run.mutate({ importId, duplicates: 'skip' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'This import was started already.',
    });
    await jobs['import.run']?.(job?.payload, store.services);
    const once = await counted(store);
    await jobs['import.run']?.(job?.payload, store.services);
    expect(await counted(store)).toEqual(once);
    expect((await store.manager.change.list.query({})).items).toHaveLength(1);
  });

  test('two processes at the same job share it', async () => {
    const store = await makeStore();
    const file = makeCustomers(700, 2);
    const { importId } = await preview(store.manager, file.csv);
    await store.manager.import.run.mutate({ importId, duplicates: 'skip' });
    const [job] = store.jobs;
    await Promise.all([1, 2, 3].map(() => jobs['import.run']?.(job?.payload, store.services)));
    const done = await store.manager.import.get.query({ importId });
    const created = file.rows - file.bad - file.duplicates;
    expect(done).toMatchObject({ status: 'done', counts: { created, skipped: file.duplicates } });
    expect((await counted(store)).contacts).toBe(created);
    expect((await store.manager.change.list.query({})).items).toHaveLength(1);
  });

  test('after a crash in the middle the job goes on where it was', async () => {
    const store = await makeStore();
    const file = makeCustomers(1_000, 3);
    const { importId } = await preview(store.manager, file.csv);
    await store.manager.import.run.mutate({ importId, duplicates: 'skip' });
    const [job] = store.jobs;
    const dying = { ...store.services, db: dyingDatabase(store.services.db, 6) };
    await expect(jobs['import.run']?.(job?.payload, dying)).rejects.toThrow('the process died');
    const halfway = await store.manager.import.get.query({ importId });
    expect(halfway).toMatchObject({ status: 'running', refused: [] });
    expect(halfway.progress.done).toBeGreaterThan(0);
    expect(halfway.progress.done).toBeLessThan(halfway.progress.total);
    expect((await counted(store)).contacts).toBe(halfway.counts.created);
    await work(store);
    const created = file.rows - file.bad - file.duplicates;
    expect(await store.manager.import.get.query({ importId })).toMatchObject({ status: 'done', counts: { created } });
    expect((await counted(store)).contacts).toBe(created);
  });

  test('a fault ends the import with a sentence, and what came in before it stays', async () => {
    const store = await makeStore();
    const { importId } = await preview(store.manager, makeCustomers(300, 4).csv);
    await store.manager.import.run.mutate({ importId, duplicates: 'skip' });
    await owner`update counters set name = 'broken' where workspace_id = ${store.workspaceId} and name = 'deal'`;
    await work(store);
    const failed = await store.manager.import.get.query({ importId });
    expect(failed).toMatchObject({ status: 'failed', failure: expect.stringContaining('stopped because of a fault') });
    expect(store.faults).toHaveLength(1);
    expect(await refusal(store.manager.import.run.mutate({ importId }))).toMatchObject({ code: 'CONFLICT' });
  });

  test('when the queue cannot be reached, the import can be started again', async () => {
    const store = await makeStore();
    const { importId } = await preview(store.manager, `${header}Maria,Lopez,2145550191,,,,,,`);
    const { enqueue } = store.services;
    store.services.enqueue = () => Promise.reject(new Error('no queue'));
    expect(await refusal(store.manager.import.run.mutate({ importId }))).toMatchObject({
      code: 'INTERNAL_SERVER_ERROR',
    });
    store.services.enqueue = enqueue;
    await store.manager.import.run.mutate({ importId });
    await work(store);
    expect(await store.manager.import.get.query({ importId })).toMatchObject({ status: 'done' });
  });
});

describe('a customer who is here already', () => {
  const file = `${header}Maria,Lopez,(214) 555-0142,maria@new.example,Acme Towing,2021 Chevrolet Tahoe,"$54,990",Write-up,Wants blue\n`;

  test('is left alone when duplicates are skipped, but gets the deal', async () => {
    const store = await makeStore();
    const contactId = await makeContact(owner, store.workspaceId, { name: 'Maria Lopez', phone: '+12145550142' });
    const done = await importFile(store, store.manager, file);
    expect(done.counts).toMatchObject({ created: 0, updated: 0, skipped: 1, deals: 1 });
    expect(await store.manager.contact.get.query({ contactId })).toMatchObject({
      emails: [],
      note: null,
      company: null,
    });
    const { items } = await store.manager.deal.list.query({ contactId });
    expect(items).toMatchObject([
      { title: '2021 Chevrolet Tahoe', valueCents: 5_499_000, vehicle: '2021 Chevrolet Tahoe' },
    ]);
  });

  test('is filled in when duplicates are updated, and nothing that is there is written over', async () => {
    const store = await makeStore();
    const contactId = await makeContact(owner, store.workspaceId, { name: 'Maria Lopez', phone: '+12145550142' });
    await store.manager.contact.update.mutate({ contactId, source: 'Showroom' });
    const source = file.replace('Note\n', 'Note,Source\n').replace('Wants blue', 'Wants blue,Internet');
    const done = await importFile(store, store.manager, source, 'update');
    expect(done.counts).toMatchObject({ created: 0, updated: 1, skipped: 0, deals: 1 });
    expect(await store.manager.contact.get.query({ contactId })).toMatchObject({
      name: 'Maria Lopez',
      emails: ['maria@new.example'],
      note: 'Wants blue',
      source: 'Showroom',
      company: { name: 'Acme Towing' },
      version: 3,
    });
  });

  test('does not get the same deal a second time', async () => {
    const store = await makeStore();
    expect((await importFile(store, store.manager, file)).counts).toMatchObject({ created: 1, deals: 1 });
    expect((await importFile(store, store.manager, file)).counts).toMatchObject({ created: 0, skipped: 1, deals: 0 });
    expect((await importFile(store, store.manager, file, 'update')).counts).toMatchObject({ updated: 0, skipped: 1 });
  });

  test('counts as known before anything is written', async () => {
    const store = await makeStore();
    const made = await makeDeal(owner, store, {
      contactId: await makeContact(owner, store.workspaceId, { phone: '+12145550142' }),
    });
    const seen = await preview(store.manager, file);
    expect(seen.counts).toMatchObject({ ready: 1, duplicatesKnown: 1, duplicatesInFile: 0, deals: 1 });
    expect(made.number).toBeGreaterThan(0);
  });
});

describe('what a row becomes', () => {
  test('two rows about one person become one customer with two deals', async () => {
    const store = await makeStore();
    const rows =
      'Maria,Lopez,2145550143,,,2021 Tahoe,54990,,\nM.,Lopez,214.555.0143,m@lopez.example,,2019 F-150,32500,,\n';
    const done = await importFile(store, store.manager, header + rows, 'update');
    expect(done.counts).toMatchObject({ created: 1, updated: 1, deals: 2 });
    const { items } = await store.manager.contact.list.query({ query: 'lopez' });
    const imported = items.filter(({ phones }) => phones.some(({ phone }) => phone === '+12145550143'));
    expect(imported).toMatchObject([{ name: 'Maria Lopez', emails: ['m@lopez.example'], openDeals: 2, version: 1 }]);
  });

  test('customers of one company share it, whatever its capitals', async () => {
    const store = await makeStore();
    const rows = 'Ann,One,2145550144,,Acme Towing,,,,\nBob,Two,2145550145,,ACME TOWING,,,,\n';
    await importFile(store, store.manager, header + rows);
    const { items } = await store.manager.company.list.query({});
    expect(items).toMatchObject([{ name: 'Acme Towing', contacts: 2 }]);
  });

  test('a closed deal is dated by its row, and a lost one has a reason', async () => {
    const store = await makeStore();
    const csv =
      'Name,Phone,Deal,Stage,Create Date\nAnn One,2145550146,Old,Lost,3/5/2024\nBob Two,2145550147,New,Sold,\n';
    await importFile(store, store.manager, csv);
    const lost = (await store.manager.deal.list.query({ kind: 'lost' })).items;
    const won = (await store.manager.deal.list.query({ kind: 'won' })).items;
    expect(lost).toMatchObject([{ title: 'Old', closedAt: '2024-03-05T06:00:00.000Z' }]);
    expect(won).toMatchObject([{ title: 'New', closedAt: store.clock.at }]);
  });

  test('a formula, an emoji and a right-to-left mark are stored as they came', async () => {
    const store = await makeStore();
    const csv = `Name,Phone,Note\n"=cmd|' /C calc'!A0",2145550148,"=HYPERLINK(""x"")\n🚗 \u200fمرحبا"\n`;
    await importFile(store, store.manager, csv);
    const { items } = await store.manager.contact.list.query({ query: '2145550148' });
    expect(items).toMatchObject([{ name: "=cmd|' /C calc'!A0", note: '=HYPERLINK("x")\n🚗 \u200fمرحبا' }]);
  });
});
