import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { card, isLive, markPage } from './browser/board.ts';
import { visit } from './browser/visit.ts';

test('a stranger texts and moves a deal in the demo, and sees the board follow', async () => {
  const page = await visit({ path: '/demo' });
  await isLive(page);
  const same = await markPage(page);
  const phone = page.getByRole('region', { name: "A rep's phone" });
  const slack = page.getByRole('region', { name: 'Slack' });
  const outbox = page.getByRole('region', { name: 'Outbox' });

  await phone.getByRole('button', { name: /^called maria lopez 8 min/ }).click();
  await phone.getByText(/^Beback: .*Maria Lopez/s).waitFor();
  await outbox.getByRole('listitem').filter({ hasText: 'Maria Lopez' }).first().waitFor();
  await page.getByRole('region', { name: 'The live board' }).getByText('Ana Torres').waitFor();

  await slack.getByRole('button', { name: '/deal maria lopez to write-up' }).click();
  await slack.getByText('Write-up', { exact: false }).last().waitFor();
  await card(page, 'Maria Lopez', 'Write-up').waitFor();
  await slack.getByRole('button', { name: 'Undo', exact: true }).click();
  await card(page, 'Maria Lopez', 'Contacted').waitFor();
  await slack.getByRole('button', { name: 'Undo', exact: true }).waitFor({ state: 'detached' });

  await phone.getByRole('button', { name: 'UNDO', exact: true }).click();
  await expect.poll(() => phone.getByText(/^Beback: /).count()).toBe(2);
  expect(await outbox.getByRole('listitem').filter({ hasText: 'Slack' }).count()).toBeGreaterThan(0);
  expect(await same()).toBe(true);
});

test('the demo works with one thumb', async () => {
  const page = await visit({ path: '/demo', width: 390, height: 844 });
  await page.getByRole('button', { name: /^called maria lopez 8 min/ }).tap();
  await page.getByText(/^Beback: .*Maria Lopez/s).waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByText('Board', { exact: true }).tap();
  await isLive(page);
  await card(page, 'Maria Lopez').waitFor();
  expect(await overflow(page)).toBe(0);
  await page.getByText('Outbox', { exact: true }).tap();
  await page.getByRole('listitem').filter({ hasText: 'Maria Lopez' }).first().waitFor();
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
