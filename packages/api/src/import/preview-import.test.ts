import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';
import { fixture } from '../../test/import-samples.ts';
import { preview, work } from '../../test/imports.ts';
import { makeCustomers } from '../../test/make-customers.ts';

const { owner } = database;
const store = await makeStore();
const elsewhere = await makeStore({ name: 'Lakeside Autos' });

describe('a preview', () => {
  test('shows the columns, what they are taken for, and what would come of the rows', async () => {
    const seen = await preview(store.manager, fixture('salesforce-leads.csv'), 'leads.csv');
    expect(seen).toMatchObject({
      fileName: 'leads.csv',
      delimiter: ',',
      counts: { rows: seen.sample.length + seen.refused.length, duplicatesKnown: 0 },
      mapping: { firstName: 0, phone: 5, vehicle: null },
    });
    expect(seen.columns[0]).toEqual({ index: 0, header: 'First Name', samples: expect.arrayContaining(['DeShawn']) });
    expect(seen.sample[0]).toMatchObject({ line: 2, name: 'DeShawn Washington', phone: '+13125550111' });
    expect(seen.fields).toContainEqual({ field: 'vehicle', label: 'Vehicle', group: 'Vehicle' });
  });

  test('writes nothing but the upload, and is not listed among the imports', async () => {
    const before = await store.manager.contact.list.query({});
    const { importId } = await preview(store.manager, makeCustomers(60, 1).csv);
    expect(await store.manager.contact.list.query({})).toEqual(before);
    expect((await store.manager.import.list.query()).items).toEqual([]);
    expect(await store.manager.import.get.query({ importId })).toMatchObject({ status: 'previewed' });
  });

  test('can be read by another mapping, without a second upload', async () => {
    const first = await preview(store.manager, 'A,B\n2145550160,Zoë\n2145550161,Bob\n');
    const mapping = { phone: 0, firstName: 1 };
    const again = await store.manager.import.preview.mutate({ importId: first.importId, mapping });
    expect(again).toMatchObject({ importId: first.importId, mapping: { phone: 0, firstName: 1, lastName: null } });
    expect(again.sample.map(({ name }) => name)).toEqual(['Zoë', 'Bob']);
    await store.manager.import.run.mutate({ importId: first.importId });
    await work(store);
    expect((await store.manager.contact.list.query({ query: 'Zoë' })).items).toMatchObject([{ firstName: 'Zoë' }]);
    const late = store.manager.import.preview.mutate({ importId: first.importId, mapping });
    expect(await refusal(late)).toMatchObject({ code: 'BAD_REQUEST', reason: 'not_previewed' });
  });

  test('a column that is not there is refused', async () => {
    const { importId } = await preview(store.manager, 'Name,Phone\nAda,2145550162\n');
    const call = store.manager.import.preview.mutate({ importId, mapping: { firstName: 7 } });
    expect(await refusal(call)).toMatchObject({ code: 'BAD_REQUEST', message: 'There is no column 8 in this file.' });
  });

  test('a mapping that leaves nothing to import cannot be run', async () => {
    const { importId } = await preview(store.manager, 'Name,Phone\nAda,2145550163\n');
    const empty = await store.manager.import.preview.mutate({ importId, mapping: { note: 0 } });
    expect(empty.counts).toMatchObject({ ready: 0, refused: 1 });
    expect(await refusal(store.manager.import.run.mutate({ importId }))).toMatchObject({ reason: 'nothing_to_import' });
  });

  test('lets everybody else go on: the process is never busy with it for long', async () => {
    const { csv } = makeCustomers(5_000, 9);
    await preview(store.manager, csv);
    let longest = 0;
    let last = performance.now();
    const ticking = setInterval(() => {
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }, 1);
    await preview(store.manager, csv);
    clearInterval(ticking);
    // Planning alone would be half a second at a stretch; generous, because tests share the machine.
    expect(longest).toBeLessThan(400);
  });

  test('is forgotten after a day', async () => {
    const { importId } = await preview(store.manager, 'Name,Phone\nAda,2145550164\n');
    await owner`update imports set created_at = '2026-02-01T00:00:00Z' where id = ${importId}`;
    await preview(store.manager, 'Name,Phone\nAda,2145550164\n');
    const call = store.manager.import.preview.mutate({ importId, mapping: {} });
    expect(await refusal(call)).toMatchObject({
      reason: 'upload_expired',
      message: expect.stringContaining('too old'),
    });
  });
});

describe('who may', () => {
  test('somebody who may only look cannot import', async () => {
    expect(await refusal(preview(store.reader, 'Name\nAda\n'))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('an import of another workspace is not there, whatever one does with it', async () => {
    const { importId } = await preview(store.manager, 'Name,Phone\nAda,2145550165\n');
    const calls = [
      () => elsewhere.boss.import.get.query({ importId }),
      () => elsewhere.boss.import.run.mutate({ importId }),
      () => elsewhere.boss.import.revert.mutate({ importId }),
      () => elsewhere.boss.import.preview.mutate({ importId, mapping: {} }),
    ];
    for (const call of calls) expect(await refusal(call())).toMatchObject({ code: 'NOT_FOUND' });
  });

  test("a colleague's upload is not there either", async () => {
    const { importId } = await preview(store.ana, 'Name,Phone\nAda,2145550166\n');
    for (const api of [store.ben, store.manager]) {
      expect(await refusal(api.import.run.mutate({ importId }))).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await refusal(store.ben.import.get.query({ importId }))).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a file that cannot be imported is refused with what to do about it', () => {
  const bytes = (...parts: (string | number[])[]) =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
  test.each<[string, Uint8Array, string, RegExp]>([
    ['an empty file', bytes(''), 'empty', /is empty/],
    ['headings without rows', bytes('Name,Phone\n'), 'no-rows', /has headings but no rows/],
    ['a spreadsheet', bytes('PK\x03\x04', 'xl/workbook.xml [Content_Types].xml'), 'not-csv', /Save as → CSV UTF-8/],
    ['a picture', bytes([0x89], 'PNG\r\n', [0x1a, 0x0a]), 'not-csv', /That is a picture/],
    ['a PDF', bytes('%PDF-1.7'), 'not-csv', /That is a PDF/],
    ['machine data', bytes([1, 0, 2, 0, 3, 0, 4, 0, 5, 6, 7]), 'binary', /does not contain text/],
    ['a quotation mark that is never closed', bytes('Name,Note\n"Ada,hello\nBob,x\n'), 'open-quote', /never closed/],
    ['a file of more than 10 MB', Buffer.alloc(10 * 1024 * 1024 + 1, 'a,b\n'), 'too-large', /larger than 10 MB/],
    ['more than 50,000 rows', bytes(`Name,Phone\n${'Ada,1\n'.repeat(50_001)}`), 'too-many-rows', /50,000 rows/],
    [
      'more than 200 columns',
      bytes(`${'a,'.repeat(201)}\n${'b,'.repeat(201)}\n`),
      'too-many-columns',
      /200 is the most/,
    ],
  ])('%s', async (_name, content, reason, sentence) => {
    const before = await owner`select count(*)::int as count from imports`;
    expect(await refusal(preview(store.manager, content))).toMatchObject({
      code: 'BAD_REQUEST',
      reason,
      message: expect.stringMatching(sentence),
    });
    expect(await owner`select count(*)::int as count from imports`).toEqual(before);
  });
});

describe('a second file with the same headings', () => {
  const csv = (name: string, phone: string) => `Wer,Womit,Anmerkung\n${phone},${name},VIP\n`;

  test('is read as the first one was corrected, and says so', async () => {
    const { manager, ...rest } = await makeStore();
    const first = await preview(manager, csv('Ada', '2145550171'), 'march.csv');
    expect(first.mappedAs).toBeNull();
    const mapping = { phone: 0, fullName: 1, source: 2 };
    await manager.import.preview.mutate({ importId: first.importId, mapping });
    expect((await preview(manager, csv('Bob', '2145550172'))).mappedAs).toBeNull();
    await manager.import.run.mutate({ importId: first.importId });
    await work({ manager, ...rest });
    const second = await preview(manager, csv('Cyd', '2145550173'));
    expect(second.mappedAs?.fileName).toBe('march.csv');
    expect(second.mapping).toMatchObject({ ...mapping, note: null });
    expect(second.sample).toMatchObject([{ name: 'Cyd', phone: '+12145550173' }]);
    const other = await makeStore({ name: 'Hillside' });
    expect((await preview(other.manager, csv('Cyd', '2145550173'))).mappedAs).toBeNull();
  });

  test('rows that are kept without a phone or an address nobody could read are listed', async () => {
    const seen = await preview(store.manager, 'Name,Phone,Email\nAda,call her,\nBob,2145550174,bob at home\nCyd,,\n');
    expect(seen.counts).toMatchObject({ ready: 3, warned: 2 });
    expect(seen.warned).toMatchObject([
      { line: 2, name: 'Ada', phone: null, warnings: ['“call her” is not a phone number.'] },
      { line: 3, name: 'Bob', warnings: ['“bob at home” is not an e-mail address.'] },
    ]);
  });
});
