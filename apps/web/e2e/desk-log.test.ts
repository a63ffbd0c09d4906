import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { isLive } from './browser/board.ts';
import { phones, sendText } from './browser/doors.ts';
import { beback, visit } from './browser/visit.ts';

test('an up is added without a mouse, marked step by step, and taken back', async () => {
  const page = await visit({ as: 'manager', path: '/desk-log' });
  await isLive(page);
  await page.getByRole('button', { name: 'Check in' }).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Quentin Zimmer');
  await page.keyboard.press('Tab');
  await page.keyboard.type('214-555-0988');
  await page.keyboard.press('Tab');
  await page.keyboard.type('blue Tahoe');
  await page.keyboard.press('Enter');
  const line = page.getByRole('row', { name: /Quentin Zimmer/ });
  await line.waitFor();
  await line.getByRole('button', { name: /^Demo,/ }).click();
  await line.getByRole('button', { name: /^Demo,/, pressed: true }).waitFor();
  await line.getByLabel(/^T\.O\./).selectOption({ label: 'Marcus' });
  await line.getByLabel(/^Result/).selectOption({ label: 'Be-back' });
  await line.getByRole('button', { name: /^Out,/, pressed: true }).waitFor();
  await page.getByText('Quentin Zimmer: be-back').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await line.getByRole('button', { name: /^Out,/, pressed: false }).waitFor();
  expect(await barriers(page)).toEqual([]);
});

test('a be-back that a rep texts appears on the manager’s desk log by itself, as a be-back', async () => {
  const page = await visit({ as: 'manager', path: '/desk-log' });
  await isLive(page);
  await sendText(phones.ana, 'bb lopez');
  await page.getByRole('row', { name: /Maria Lopez Be-back/ }).waitFor();
});

test('Today by keyboard: walk to an appointment, confirm it, check it in; on a phone the buttons are in sight', async () => {
  const page = await visit({ as: 'manager', path: '/' });
  const { dealId } = await dealOf(page, 'Raj Patel');
  const startsAt = new Date(Date.now() + beback.ahead + 60_000).toISOString();
  await apiOf(page).appointment.create.mutate({ dealId, startsAt });
  await page.reload();
  const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Checked in: Raj Patel' }) });
  await line.waitFor();
  await page.keyboard.press('j');
  for (let presses = 0; presses < 60 && !(await holdsFocus(page, 'Raj Patel')); presses += 1)
    await page.keyboard.press('j');
  await page.keyboard.press('c');
  await line.getByText('Visit, confirmed').waitFor();
  await page.keyboard.press('s');
  await page.getByText('Raj Patel is checked in').first().waitFor();
  await page.getByRole('region', { name: 'In the store' }).getByText('Raj Patel').waitFor();
  await page.setViewportSize({ width: 390, height: 844 });
  await page
    .getByRole('button', { name: /^Done:/ })
    .first()
    .waitFor();
  expect(await barriers(page)).toEqual([]);
});

/** Whether the line that has the focus is an appointment of this customer. */
function holdsFocus(page: Page, name: string): Promise<boolean> {
  return page.evaluate((wanted) => {
    const line = document.activeElement?.closest('[data-entry^=appointment]');
    return line?.textContent?.includes(wanted) ?? false;
  }, name);
}

async function barriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return grave.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ failureSummary, target }) => `${id} ${target} ${failureSummary}`),
  );
}
