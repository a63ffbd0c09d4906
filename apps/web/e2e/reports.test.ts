import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf } from './browser/api.ts';
import { visit } from './browser/visit.ts';

const ninetyDays = '/reports?period=last_90_days';

test('a number opens exactly its deals, by keyboard, and the way back leads to the same days', async () => {
  const page = await visit({ as: 'manager', path: ninetyDays });
  const { unitsUsed } = await apiOf(page).report.summary.query({ period: 'last_90_days' });
  await page.getByRole('link', { name: `${unitsUsed} used` }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^Sold, used · /).waitFor();
  await expect.poll(() => rowsOf(page)).toBe(unitsUsed);
  await page.goBack();
  await page.getByRole('heading', { name: 'Reports', level: 1 }).waitFor();
  expect(await page.getByLabel('Days').inputValue()).toBe('last_90_days');
  await page.getByRole('link', { name: `${unitsUsed} used` }).waitFor();
});

test('a chart has its table, and the table its file', async () => {
  const page = await visit({ as: 'manager', path: ninetyDays });
  await page.getByRole('button', { name: 'Table of Why deals were lost' }).click();
  const { items } = await apiOf(page).report.lostReasons.query({ period: 'last_90_days' });
  const [first] = items;
  const row = page.getByRole('table', { name: 'Lost reasons' }).getByRole('row', { name: first?.name ?? '' });
  expect(await row.getByRole('link').textContent()).toBe(String(first?.count));
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of Why deals were lost' }).click();
  const file = await readFile(await (await download).path(), 'utf8');
  expect(file).toContain(`${first?.name},${first?.count},${first?.before},`);
});

test('a rep sees their own figures and is not asked whose', async () => {
  const page = await visit({ as: 'ana', path: '/reports' });
  const standings = page.getByRole('table', { name: 'By rep' });
  await standings.getByRole('rowheader', { name: 'Ana Torres' }).waitFor();
  expect(await standings.getByRole('rowheader').count()).toBe(1);
  expect(await page.getByLabel('Rep', { exact: true }).count()).toBe(0);
});

async function rowsOf(page: Page): Promise<number> {
  // Only the rows in sight are in the page: the list says how many there are.
  const list = page.getByRole('region', { name: 'Deals' });
  const sizes = await list.getByRole('listitem').evaluateAll((rows) => rows.map((row) => Number(row.ariaSetSize)));
  return sizes[0] || sizes.length;
}
