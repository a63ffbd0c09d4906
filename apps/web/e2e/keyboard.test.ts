import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { card, isLive } from './browser/board.ts';
import { expectTrouble, visit } from './browser/visit.ts';

test('without a mouse: sign in, move a card and hear it, log a call, promise a follow-up, find a customer', async () => {
  // Who this is, is asked first.
  expectTrouble(/401 \(Unauthorized\).*member\.me/);
  const page = await visit({ path: '/' });
  await page.getByLabel('Work e-mail').waitFor();
  await page.keyboard.type('ana@northside.example');
  await page.keyboard.press('Enter');
  const code = await page
    .getByText('Your code is')
    .getByText(/^\d{6}$/)
    .textContent();
  await page.keyboard.type(code ?? '');
  await page.getByRole('heading', { name: 'Today', level: 1 }).waitFor();

  await tabTo(page, page.getByRole('link', { name: 'Board', exact: true }));
  await page.keyboard.press('Enter');
  await isLive(page);
  await card(page, 'Paweł Łukasik', 'New up').waitFor();
  await tabTo(page, page.locator('[data-deal] a'));
  await walkTo(page, card(page, 'Paweł Łukasik').getByRole('link'));
  await page.keyboard.press('Shift+ArrowRight');
  await card(page, 'Paweł Łukasik', 'Contacted').waitFor();
  await page
    .locator('[aria-live]')
    .getByText('Paweł Łukasik moved to Contacted', { exact: true })
    .first()
    .waitFor({ state: 'attached' });
  await hasFocus(page, card(page, 'Paweł Łukasik').getByRole('link'));

  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Deal' });
  await panel.getByRole('heading', { name: 'Paweł Łukasik' }).waitFor();
  await tabTo(page, panel.getByRole('button', { name: 'Call', exact: true }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Likes the red one, brings his wife');
  await tabTo(page, panel.getByLabel('Minutes'));
  await page.keyboard.type('7');
  await page.keyboard.press('Enter');
  await panel.getByText('Likes the red one, brings his wife').waitFor();
  await panel.getByText('7 min', { exact: false }).first().waitFor();

  await tabTo(page, panel.getByRole('button', { name: 'Follow-up', exact: true }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Send the numbers');
  await page.keyboard.press('Enter');
  await panel.getByRole('listitem').filter({ hasText: 'Send the numbers' }).first().waitFor();
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await hasFocus(page, card(page, 'Paweł Łukasik').getByRole('link'));

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find a customer' }).waitFor();
  await page.keyboard.type('gallager');
  await page.getByRole('option', { name: /Sean Gallagher/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Sean Gallagher', level: 1 }).waitFor();
  expect(new URL(page.url()).pathname).toMatch(/^\/contacts\//);
});

/** Presses Tab until one of these has the focus; fails when a whole round does not get there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let presses = 0; presses < 120; presses++) {
    if (await isFocused(target)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target}`);
}

/** Walks over the board with the arrows: down its column, then to the next. */
async function walkTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    if (await isFocused(target)) return;
    const before = await focusedName(page);
    await page.keyboard.press('ArrowDown');
    if ((await focusedName(page)) === before) await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the arrows do not lead to ${target}`);
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluateAll((elements) => elements.some((element) => element === document.activeElement));
}

function focusedName(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}

function hasFocus(page: Page, target: Locator): Promise<void> {
  return expect.poll(() => isFocused(target), { message: `focus on ${target} of ${page.url()}` }).toBe(true);
}
