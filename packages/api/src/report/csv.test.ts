import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';
import { makeSale } from '../../test/make-sales.ts';
import { tables } from './tables.ts';

const march = { from: '2026-03-01', to: '2026-03-31' };

test('every table can be taken out, and says which days it is about', async () => {
  const { manager } = await makeStore();
  for (const table of tables) {
    const { fileName, csv } = await manager.report.csv.query({ table, filter: march });
    expect(fileName).toMatch(/^beback-[a-z-]+-2026-03-01-to-2026-03-31\.csv$/);
    expect(csv.startsWith('\ufeff')).toBe(true);
  }
});

test('a table says the same as the report, and runs nothing in a spreadsheet', async () => {
  const store = await makeStore();
  await makeSale(store, { source: '=HYPERLINK("http://evil.example")', soldOn: '2026-03-03', front: -12_345, back: 1 });
  const { csv } = await store.manager.report.csv.query({ table: 'bySource', filter: march });
  expect(csv.split('\r\n').slice(1)).toEqual([
    `"'=HYPERLINK(""http://evil.example"")",1,1,100,1,-123.45,0.01,0,0,,`,
    'Not said,2,0,0,0,0.00,0.00,0,0,,',
    '',
  ]);
});

test('a range that makes no sense is refused in words', async () => {
  const { manager } = await makeStore();
  const asked = (filter: object) => refusal(manager.report.summary.query(filter));
  expect(await asked({ from: '2026-03-02', to: '2026-03-01' })).toMatchObject({
    message: 'The range ends before it begins.',
  });
  expect(await asked({ from: '2026-03-02' })).toMatchObject({ message: 'Give both days of a range.' });
  expect(await asked({ from: '2026-02-30', to: '2026-03-01' })).toMatchObject({ code: 'BAD_REQUEST' });
});
