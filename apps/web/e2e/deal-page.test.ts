import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { isLive } from './browser/board.ts';
import { visit } from './browser/visit.ts';

test('a deal by keyboard: log a note, take it back, say what happened without a name, move', async () => {
  const page = await visit({ as: 'manager', path: '/' });
  const { dealId } = await dealOf(page, 'Stephen Ng');
  await page.goto(`/deals/${dealId}`);
  const heading = page.getByRole('heading', { name: 'Stephen Ng', level: 1 });
  await heading.waitFor();
  await page.getByText('by the stage').waitFor();

  await page.keyboard.press('n');
  await page.getByLabel('Note', { exact: true }).waitFor();
  await page.keyboard.type('c is a letter here: wants the third row');
  await page.keyboard.press('Control+Enter');
  const note = page.getByRole('listitem').filter({ hasText: 'wants the third row' });
  await note.waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Note');
  await page.getByRole('button', { name: 'Undo' }).click();
  await note.waitFor({ state: 'detached' });

  await page.keyboard.press('c');
  await page.getByLabel('Minutes').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByLabel('Minutes').waitFor({ state: 'detached' });

  await page.keyboard.press('l');
  await page.keyboard.type('lm, cb fri 3pm');
  await page.getByText(/^Stephen Ng .*Press Enter to log it$/).waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('Call back Stephen Ng').waitFor();
  await page.keyboard.press('Escape');

  await page.keyboard.press('m');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('g');
  await page.keyboard.press('b');
  await page.waitForURL('**/board');
});

test('the palette knows every command that one may give, and every record by its number', async () => {
  const page = await visit({ as: 'manager', path: '/board' });
  await isLive(page);
  const { number, dealId } = await dealOf(page, 'Stephen Ng');
  await openPalette(page);
  await page.keyboard.type(`#${number}`);
  await page.getByRole('option', { name: /Stephen Ng/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/board/${dealId}`);

  await openPalette(page);
  expect(await barriers(page)).toEqual([]);
  // Looking for barriers takes the focus.
  await page.getByRole('combobox', { name: 'Find a customer' }).focus();
  await page.keyboard.type('log call on');
  await page.keyboard.press('Enter');
  await page.getByRole('combobox', { name: 'Log call on…' }).waitFor();
  await page.keyboard.type('gallagher');
  await page
    .getByRole('option', { name: /Sean Gallagher/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  const form = page.getByRole('dialog', { name: 'Call: Sean Gallagher' });
  await form.waitFor();
  await page.keyboard.type('Asked for a brochure');
  await page.keyboard.press('Control+Enter');
  await form.waitFor({ state: 'detached' });
  const found = await apiOf(page).contact.search.query({ query: 'sean gallagher' });
  const { items } = await apiOf(page).activity.list.query({ contactId: found.items[0]?.contactId ?? '' });
  expect(items[0]).toMatchObject({ kind: 'call', note: 'Asked for a brochure' });
});

test('a question mark shows every key; whoever only looks is offered nothing to write', async () => {
  const page = await visit({ as: 'ana', path: '/board' });
  await page.getByRole('heading', { name: 'New up' }).first().waitFor();
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard' });
  await sheet.getByText('Log an e-mail').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await openPalette(page);
  await page.keyboard.type('invite');
  await page.getByText('Nothing fits.', { exact: false }).waitFor();
});

test('what one is told of is chosen line by line, and holds from then on', async () => {
  const page = await visit({ as: 'ana', path: '/settings/notifications' });
  await page.getByLabel('A T.O. to you: E-mail').selectOption('daily');
  await expect.poll(async () => (await apiOf(page).member.me.query()).notifications.turnover.email).toBe('daily');
  expect(await page.getByLabel('A T.O. to you: Slack').isEnabled()).toBe(true);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByLabel('A T.O. to you: E-mail').inputValue()).toBe('off');
});

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a customer' }).waitFor();
}
