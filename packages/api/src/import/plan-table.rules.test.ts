import { expect, test } from 'vitest';
import { fixture, northside } from '../../test/import-samples.ts';
import { makeCustomers } from '../../test/make-customers.ts';
import { guessMapping } from './guess-mapping.rules.ts';
import { planTable } from './plan-table.rules.ts';
import { readTable } from './read-table.rules.ts';

function planFile(bytes: Uint8Array, country = 'US') {
  const { headers, rows } = readTable(bytes, 'customers.csv');
  const mapping = guessMapping(
    headers,
    rows.slice(0, 50).map((row) => row.cells),
  );
  return planTable(rows, mapping, { ...northside, country });
}

test('5,000 rows are planned in about a second at most, every bad row and every duplicate found', () => {
  const file = makeCustomers(5000, 7);
  const bytes = new TextEncoder().encode(file.csv);
  const start = performance.now();
  const { planned, refused } = planFile(bytes);
  // Generous, because tests share the machine; measured alone it takes half a second.
  expect(performance.now() - start).toBeLessThan(5000);
  expect(refused).toHaveLength(file.bad);
  expect(planned.filter((row) => row.duplicateOf !== null)).toHaveLength(file.duplicates);
  expect(planned.length + refused.length).toBe(file.rows);
});

test('the same seed makes the same file, another seed other customers', () => {
  expect(makeCustomers(200, 1)).toEqual(makeCustomers(200, 1));
  expect(makeCustomers(200, 1).csv).not.toBe(makeCustomers(200, 2).csv);
  expect(makeCustomers(200, 1)).toMatchObject({ rows: 200, bad: 4, duplicates: 8 });
});

test('a German file with commas for cents, slashes in phones and umlauts is understood', () => {
  const [first, second] = planFile(fixture('excel-german.csv'), 'DE').planned;
  expect(first?.plan).toMatchObject({
    contact: {
      name: 'Jürgen Müller',
      phones: ['+4930901820', '+491711234567'],
      postalCode: '01067',
      createdAt: '2024-03-05T06:00:00Z',
    },
    deal: { title: 'VW Golf', valueCents: 3_250_000, currency: 'EUR' },
    warnings: [],
  });
  expect(second?.plan.contact.name).toBe('Søren Groß');
});

test('a DealerSocket file: a refused row is named by its line, the others go in', () => {
  const { planned, refused } = planFile(fixture('dealersocket.csv'));
  expect(planned.map((row) => row.plan.contact.name)).toEqual(['Linh Nguyen', 'Mary Ann Smith-Jones']);
  expect(planned[0]?.plan).toMatchObject({
    contact: { ownerId: 'ben', phones: ['+12145550163', '+12145550161', '+12145550162'] },
    deal: { stageId: 'write-up' },
  });
  expect(refused).toEqual([
    { line: 4, reason: '“555-0164” is not a phone number. Nothing else in this row says who it is.' },
  ]);
});

test('a row with more cells than headings is refused rather than written into the wrong columns', () => {
  const { planned, refused } = planFile(new TextEncoder().encode('Name,City\nSmith, Jr,Dallas\nMaria,Gary'));
  expect(planned).toHaveLength(1);
  expect(refused[0]).toMatchObject({ line: 2, reason: expect.stringContaining('3 cells') });
});

test('formula cells are data: they come through as they are', () => {
  expect(planFile(fixture('formulas.csv')).planned.map((row) => row.plan.contact.name)).toEqual([
    "=cmd|' /C calc'!A0",
    '@SUM(A1:A9)',
    'Zoë',
  ]);
});
