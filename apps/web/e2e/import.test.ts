import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { makeCustomers } from '../../../packages/api/test/make-customers.ts';
import { apiOf } from './browser/api.ts';
import { expectTrouble, visit } from './browser/visit.ts';

const chooser = 'Drop a CSV file here, or choose one';

test('five thousand customers come in from a spreadsheet’s file, with bad rows named, and go out again with one click', async () => {
  const owner = await visit({ as: 'owner@lakeside.example', path: '/import' });
  const count = async () =>
    (await apiOf(owner).deal.board.query({})).stages.reduce((sum, stage) => sum + stage.count, 0);
  const before = await count();
  const { csv, rows, bad } = makeCustomers(5_000, 1);
  const [total, refused] = [rows, bad].map((number) => number.toLocaleString('en-US'));

  await choose(owner, { name: 'customers.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await owner
    .getByRole('listitem')
    .filter({ hasText: `${total} rows` })
    .waitFor({ timeout: 30_000 });
  await owner
    .getByRole('listitem')
    .filter({ hasText: `${refused} refused` })
    .waitFor();
  const meaning = async (header: string) => {
    const select = owner.getByLabel(`What ${header} means`);
    return select.locator('option:checked').textContent();
  };
  expect(await meaning('Mobile Phone')).toMatch(/phone/i);
  expect(await meaning('Vehicle of Interest')).toMatch(/vehicle/i);
  expect(await meaning('Salesperson')).toMatch(/^Rep/);
  expect(await owner.getByRole('cell', { name: '(214)' }).count()).toBeGreaterThan(5);

  await owner.getByRole('button', { name: /^Import [\d,]+ rows$/ }).click();
  await owner.getByRole('progressbar').waitFor();
  await owner.getByText('Done. Every row is accounted for.').waitFor({ timeout: 60_000 });
  await owner
    .getByRole('listitem')
    .filter({ hasText: `${refused} refused` })
    .waitFor();
  expect(await owner.getByRole('row').count()).toBeGreaterThan(50);
  expect(await count()).toBeGreaterThan(before + 1_000);

  await owner.getByRole('button', { name: 'Take it back' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Take it back' }).click();
  await owner.getByText('Taken back.', { exact: false }).waitFor({ timeout: 60_000 });
  expect(await count()).toBe(before);
});

test('a spreadsheet, a picture and an empty file each get their sentence, and nothing is read', async () => {
  const owner = await visit({ as: 'owner@lakeside.example', path: '/import' });
  expectTrouble(/400 \(Bad Request\).*import\.preview/);
  const spreadsheet = Buffer.from('PK\x03\x04\x14\x00\x06\x00[Content_Types].xml and xl/workbook.xml', 'latin1');
  const sentences: [string, Buffer, RegExp][] = [
    ['customers.csv', spreadsheet, /That is a spreadsheet file\. In Excel choose File → Save as → CSV UTF-8/],
    ['customers.csv', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), /That is a picture/],
    ['empty.csv', Buffer.alloc(0), /empty/],
    ['header.csv', Buffer.from('Name,Phone\n'), /no rows|only .*head/i],
  ];
  for (const [name, buffer, sentence] of sentences) {
    await choose(owner, { name, mimeType: 'text/csv', buffer });
    await owner.getByRole('alert').filter({ hasText: sentence }).waitFor();
    await owner.getByText(chooser).waitFor();
  }
});

function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  return page.locator('input[type=file]').setInputFiles(file);
}
