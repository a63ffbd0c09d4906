import { makeContact } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { type Api, database, makeStore, refusal, type Store } from '../../test/harness.ts';
import { fixture } from '../../test/import-samples.ts';
import { importFile, preview, work } from '../../test/imports.ts';
import { makeCustomers } from '../../test/make-customers.ts';
import { jobs } from '../jobs.ts';

const { owner } = database;
type What = 'contacts' | 'deals' | 'everything';

/** Exports and downloads; gives the file as text. */
async function exported(store: Store, api: Api, what: What, format: 'csv' | 'json' = 'csv'): Promise<string> {
  const { exportId } = await api.export.start.mutate({ what, format });
  await work(store);
  const file = await api.export.download.query({ exportId });
  return Buffer.from(file.contentBase64, 'base64').toString();
}

const lines = (csv: string) => csv.trimEnd().split('\r\n');

describe('an export', () => {
  test('holds what the member may see, and only that', async () => {
    const store = await makeStore();
    expect(lines(await exported(store, store.ana, 'contacts'))).toHaveLength(2);
    expect(await exported(store, store.ana, 'everything')).not.toContain("O'Brien");
    expect(await exported(store, store.ana, 'everything', 'json')).not.toContain("O'Brien");
    const floor = await exported(store, store.manager, 'deals');
    expect(lines(floor)).toHaveLength(3);
    expect(floor).toContain("O'Brien");
  });

  test('is recorded, listed for who made it, and told what it holds', async () => {
    const store = await makeStore();
    const { exportId } = await store.ana.export.start.mutate({ what: 'deals' });
    expect((await store.ana.export.list.query()).items).toMatchObject([{ exportId, status: 'running' }]);
    await work(store);
    const listed = (await store.ana.export.list.query()).items;
    expect(listed).toMatchObject([{ exportId, status: 'done', rows: 1, format: 'csv', url: `/exports/${exportId}` }]);
    expect((await store.manager.export.list.query()).items).toEqual([]);
    expect((await store.manager.change.list.query({})).items).toMatchObject([
      {
        procedure: 'export.start',
        summary: 'exported deals as CSV',
        memberName: 'Ana Rep',
        door: 'web',
        undoable: false,
      },
    ]);
    expect(await store.ana.export.download.query({ exportId })).toMatchObject({
      fileName: 'deals-2026-03-02.csv',
      contentType: 'text/csv; charset=utf-8',
    });
  });

  test('is for who made it, and nobody else, not even a manager', async () => {
    const store = await makeStore();
    const elsewhere = await makeStore();
    const { exportId } = await store.ana.export.start.mutate({ what: 'contacts' });
    await work(store);
    for (const api of [store.ben, store.manager, elsewhere.boss]) {
      expect(await refusal(api.export.download.query({ exportId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await refusal(store.reader.export.start.mutate({ what: 'contacts' }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('is not there before it is ready, nor after a week', async () => {
    const store = await makeStore();
    const { exportId } = await store.ana.export.start.mutate({ what: 'contacts' });
    const download = () => refusal(store.ana.export.download.query({ exportId }));
    expect(await download()).toMatchObject({ code: 'CONFLICT', reason: 'export_running' });
    await work(store);
    expect(await download()).toBeNull();
    store.clock.at = '2026-03-10T15:00:00.000Z';
    expect(await download()).toMatchObject({ code: 'NOT_FOUND', message: expect.stringContaining('7 days') });
    await store.ana.export.start.mutate({ what: 'contacts' });
    const [row] = await owner`select content from exports where id = ${exportId}`;
    expect(row?.content).toBeNull();
  });

  test('of a member who was removed meanwhile is not made', async () => {
    const store = await makeStore();
    const { exportId } = await store.ana.export.start.mutate({ what: 'contacts' });
    await owner`update members set active = false where id = ${store.members.rep}`;
    await work(store);
    const [row] = await owner`select status, content from exports where id = ${exportId}`;
    expect(row).toEqual({ status: 'failed', content: null });
  });

  test('is written once, however often its job runs', async () => {
    const store = await makeStore();
    const { exportId } = await store.ana.export.start.mutate({ what: 'contacts' });
    const [job] = store.jobs;
    await work(store);
    await makeContact(owner, store.workspaceId, { name: 'Later', ownerId: store.members.rep });
    await jobs['export.run']?.(job?.payload, store.services);
    expect((await store.ana.export.list.query()).items).toMatchObject([{ exportId, rows: 1 }]);
  });
});

test('formula cells are stored as they came and neutralised in the file', async () => {
  const store = await makeStore();
  await importFile(store, store.ana, fixture('formulas.csv').toString());
  const { items } = await store.ana.contact.list.query({ query: '2145550181' });
  expect(items).toMatchObject([{ name: "=cmd|' /C calc'!A0" }]);
  const csv = await exported(store, store.ana, 'contacts');
  expect(csv).toContain(`"'=cmd|'",/C calc'!A0`);
  expect(csv).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`);
  expect(csv).not.toMatch(/(^|,|\n)"?[=@]/);
  expect(csv).toContain('+12145550181');
});

test('JSON holds every noun under its own name, and nothing of ours', async () => {
  const store = await makeStore();
  await store.manager.activity.log.mutate({ dealId: store.deals.ana.dealId, kind: 'call', minutes: 8 });
  const file = JSON.parse(await exported(store, store.manager, 'everything', 'json'));
  expect(file.workspace).toEqual({ name: 'Northside Motors', timeZone: 'America/Chicago', currency: 'USD' });
  expect(file.deals).toHaveLength(2);
  expect(file.deals[0]).toMatchObject({ dealId: store.deals.ana.dealId, number: 1, valueCents: 5_000_000 });
  expect(file.contacts[0]).toMatchObject({ name: 'Maria Lopez' });
  expect(file.activities).toMatchObject([{ kind: 'call', minutes: 8 }]);
  expect(file.stages.map(({ name }: { name: string }) => name)).toContain('Write-up');
  expect(JSON.stringify(file)).not.toMatch(/visibleTo|searchText|workspaceId/);
});

describe('there and back', () => {
  test('every column of our own export is understood by our own import', async () => {
    const store = await makeStore();
    const seen = await preview(store.manager, await exported(store, store.manager, 'everything'));
    const found = Object.entries(seen.mapping).filter(([, column]) => column !== null);
    const headings = Object.fromEntries(found.map(([field, column]) => [field, seen.columns[column ?? -1]?.header]));
    expect(headings).toEqual({
      firstName: 'First name',
      lastName: 'Last name',
      company: 'Company',
      phone: 'Phone',
      phone2: 'Phone 2',
      phone3: 'Phone 3',
      email: 'E-mail',
      email2: 'E-mail 2',
      street: 'Street',
      city: 'City',
      region: 'State',
      postalCode: 'ZIP',
      country: 'Country',
      source: 'Source',
      note: 'Note',
      ownerEmail: 'Rep (e-mail)',
      createdAt: 'Created on',
      doNotCall: 'Do not call',
      doNotText: 'Do not text',
      doNotEmail: 'Do not e-mail',
      dealTitle: 'Deal title',
      dealStage: 'Stage',
      dealValue: 'Value',
      vehicle: 'Vehicle',
      stockNumber: 'Stock number',
      vin: 'VIN',
    });
  });

  test('what is exported and imported elsewhere is the same there', async () => {
    const here = await makeStore();
    const there = await makeStore({ name: 'Lakeside Autos' });
    for (const workspace of [here, there]) {
      await owner`update deals set archived_at = now() where workspace_id = ${workspace.workspaceId}`;
      await owner`update contacts set archived_at = now() where workspace_id = ${workspace.workspaceId}`;
    }
    // A formula is the one thing that does not come back as it was: the apostrophe in front of it stays.
    const csv = makeCustomers(300, 11).csv.replaceAll('=1+1 is', '1+1 is');
    await importFile(here, here.manager, csv);
    await importFile(here, here.manager, fixture('dealersocket.csv').toString());
    const file = await exported(here, here.manager, 'everything');
    const back = await importFile(there, there.manager, file);
    expect(back).toMatchObject({ status: 'done', counts: { refused: 0 } });
    expect(back.counts.created).toBeGreaterThan(270);
    expect(await told(there)).toEqual(await told(here));
  });
});

/** Everything a customer and their deals are, without ids and without what an import cannot know. */
async function told(store: Store) {
  return owner`select c.name, c.first_name, c.last_name, c.phones, c.emails, c.address, c.note, c.do_not_call,
      (select name from companies k where k.workspace_id = c.workspace_id and k.id = c.company_id) as company,
      (select jsonb_agg(jsonb_build_object('title', d.title, 'value', d.value_cents, 'stage', s.name, 'source', d.source,
          'vehicle', (select concat_ws(' ', v.year, v.make, v.model, v.stock_number, v.vin, v.note) from vehicles v
            where v.workspace_id = d.workspace_id and v.deal_id = d.id)) order by d.title, d.value_cents)
        from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
        where d.workspace_id = c.workspace_id and d.contact_id = c.id and d.archived_at is null) as deals
    from contacts c where c.workspace_id = ${store.workspaceId} and c.archived_at is null
    order by c.phones::text, c.emails::text, c.name`;
}
