import { makeContact } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';
import { dyingDatabase, importFile, preview, revertImport, work } from '../../test/imports.ts';
import { makeCustomers } from '../../test/make-customers.ts';
import { jobs } from '../jobs.ts';

const { owner } = database;
const people =
  'Name,Phone,Vehicle,Company\nAda One,2145550170,2021 Tahoe,Acme\nBob Two,2145550171,2019 F-150,Acme\nCy Three,2145550172,,\n';

async function standing(store: Store, importId: string): Promise<{ contacts: number; deals: number }> {
  const [row] = await owner<{ contacts: number; deals: number }[]>`select
    (select count(*)::int from contacts where import_id = ${importId} and archived_at is null) as contacts,
    (select count(*)::int from deals where import_id = ${importId} and archived_at is null) as deals
    from workspaces where workspace_id = ${store.workspaceId}`;
  if (!row) throw new Error('nothing was counted');
  return row;
}

async function find(store: Store, query: string) {
  const [contact] = (await store.manager.contact.list.query({ query })).items;
  if (!contact) throw new Error(`${query} is not there`);
  const [deal] = (await store.manager.deal.list.query({ contactId: contact.contactId })).items;
  return { contactId: contact.contactId, dealId: deal?.dealId ?? '' };
}

describe('taking an import back', () => {
  test('puts away every customer, deal and company it brought, and says so in one change', async () => {
    const store = await makeStore();
    const before = (await store.manager.contact.list.query({})).items;
    const { importId } = await importFile(store, store.manager, people);
    const back = await revertImport(store, store.manager, importId);
    expect(back).toMatchObject({
      status: 'reverted',
      counts: { created: 3, kept: 0 },
      progress: { done: 5, total: 5 },
    });
    expect(await standing(store, importId)).toEqual({ contacts: 0, deals: 0 });
    expect((await store.manager.contact.list.query({})).items).toEqual(before);
    expect((await store.manager.company.list.query({})).items).toEqual([]);
    const [latest, run] = (await store.manager.change.list.query({})).items;
    expect(latest).toMatchObject({
      procedure: 'import.revert',
      summary: 'took back 3 customers and 2 deals imported from customers.csv',
      reverts: run?.changeId,
    });
    expect(run).toMatchObject({ procedure: 'import.run', undone: true, undoable: false });
  });

  test('the same file can be imported again afterwards', async () => {
    const store = await makeStore();
    const { importId } = await importFile(store, store.manager, people);
    await revertImport(store, store.manager, importId);
    expect((await importFile(store, store.manager, people)).counts).toMatchObject({ created: 3, deals: 2 });
  });

  test('keeps whom somebody has worked on since, and says how many', async () => {
    const store = await makeStore();
    const { importId } = await importFile(store, store.manager, people);
    const ada = await find(store, 'Ada One');
    const cy = await find(store, 'Cy Three');
    await store.manager.activity.log.mutate({ dealId: ada.dealId, kind: 'call', outcome: 'reached' });
    await store.manager.contact.update.mutate({ contactId: cy.contactId, note: 'Likes blue' });
    const back = await revertImport(store, store.manager, importId);
    expect(back.counts.kept).toBe(2);
    expect(await standing(store, importId)).toEqual({ contacts: 2, deals: 1 });
    expect(await store.manager.deal.get.query({ dealId: ada.dealId })).toMatchObject({ contactName: 'Ada One' });
    const [latest] = (await store.manager.change.list.query({})).items;
    expect(latest?.summary).toBe(
      'took back 1 customer and 1 deal imported from customers.csv; 2 customers changed since stay',
    );
  });

  test('keeps a customer whom a later import gave a deal', async () => {
    const store = await makeStore();
    const { importId } = await importFile(store, store.manager, people);
    const later = await importFile(store, store.manager, 'Name,Phone,Vehicle\nCy Three,2145550172,2024 Kia EV9\n');
    expect(later.counts).toMatchObject({ created: 0, deals: 1 });
    expect((await revertImport(store, store.manager, importId)).counts.kept).toBe(1);
    expect((await revertImport(store, store.manager, later.importId)).status).toBe('reverted');
    expect((await standing(store, later.importId)).deals).toBe(0);
  });

  test('empties what it filled in, but for what was changed since', async () => {
    const store = await makeStore();
    const contactId = await makeContact(owner, store.workspaceId, { name: 'Ada One', phone: '+12145550170' });
    const csv = 'Name,Phone,E-mail,City,Note,Company\nAda One,2145550170,ada@one.example,Gary,Wants blue,Acme\n';
    const { importId } = await importFile(store, store.manager, csv, 'update');
    await store.manager.contact.update.mutate({ contactId, note: 'Wants red' });
    expect((await revertImport(store, store.manager, importId)).status).toBe('reverted');
    expect(await store.manager.contact.get.query({ contactId })).toMatchObject({
      emails: [],
      phones: [{ phone: '+12145550170' }],
      address: { city: null },
      note: 'Wants red',
      company: null,
    });
  });

  test('goes on after a crash, and changes nothing when its job runs once more', async () => {
    const store = await makeStore();
    const { importId } = await importFile(store, store.manager, makeCustomers(700, 5).csv);
    await store.manager.import.revert.mutate({ importId });
    const [job] = store.jobs;
    const dying = { ...store.services, db: dyingDatabase(store.services.db, 5) };
    await expect(jobs['import.revert']?.(job?.payload, dying)).rejects.toThrow('the process died');
    const halfway = await standing(store, importId);
    expect(halfway.contacts).toBeGreaterThan(0);
    await work(store);
    await jobs['import.revert']?.(job?.payload, store.services);
    expect(await standing(store, importId)).toEqual({ contacts: 0, deals: 0 });
    expect((await store.manager.change.list.query({})).items).toHaveLength(2);
  });
});

describe('an import is not taken back', () => {
  test('while it runs, before it ran, or twice', async () => {
    const store = await makeStore();
    const { importId } = await preview(store.manager, people);
    const revert = () => refusal(store.manager.import.revert.mutate({ importId }));
    expect(await revert()).toMatchObject({ code: 'CONFLICT', message: expect.stringContaining('never imported') });
    await store.manager.import.run.mutate({ importId });
    expect(await revert()).toMatchObject({
      code: 'CONFLICT',
      message: 'This import is still running. Wait until it is done, then take it back.',
    });
    await work(store);
    await revertImport(store, store.manager, importId);
    expect(await revert()).toMatchObject({ code: 'CONFLICT', message: 'This import was taken back already.' });
  });

  test('by another rep, even where the floor is open', async () => {
    const store = await makeStore({ floorOpen: true });
    const { importId } = await importFile(store, store.ana, people);
    expect(await refusal(store.ben.import.revert.mutate({ importId }))).toMatchObject({
      code: 'FORBIDDEN',
      message: 'Only who ran an import, or a manager, can take it back.',
    });
  });
});

test("a manager takes back a rep's import, and a rep their own", async () => {
  const store = await makeStore();
  const first = await importFile(store, store.ana, people);
  expect((await revertImport(store, store.manager, first.importId)).status).toBe('reverted');
  const second = await importFile(store, store.ana, people);
  expect((await revertImport(store, store.ana, second.importId)).counts.kept).toBe(0);
  expect(await standing(store, second.importId)).toEqual({ contacts: 0, deals: 0 });
});

test('an import that stopped on a fault can be taken back', async () => {
  const store = await makeStore();
  const { importId } = await preview(store.manager, makeCustomers(300, 6).csv);
  await store.manager.import.run.mutate({ importId });
  const { db } = store.services;
  let batches = 0;
  store.services.db = {
    ...db,
    tenant: (scope, fn) => {
      batches += 1;
      return batches === 6 ? Promise.reject(new Error('out of order')) : db.tenant(scope, fn);
    },
  };
  await work(store);
  store.services.db = db;
  const { status, counts } = await store.manager.import.get.query({ importId });
  expect([status, counts.created > 0, counts.created < 250]).toEqual(['failed', true, true]);
  expect((await standing(store, importId)).contacts).toBe(counts.created);
  await revertImport(store, store.manager, importId);
  expect(await standing(store, importId)).toEqual({ contacts: 0, deals: 0 });
});
