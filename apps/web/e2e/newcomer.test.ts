import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appCode } from './browser/authenticator.ts';
import { barriers } from './browser/barriers.ts';
import { card } from './browser/board.ts';
import { phones, sendText } from './browser/doors.ts';
import { expectTrouble, visit } from './browser/visit.ts';

// The keyboard does it, so the first field has the focus on every page.
test('a newcomer signs up with a code, opens a dealership, adds a first up, and guards it with a second factor', async () => {
  const email = 'nora@newcomer.example';
  const page = await visit({ path: '/board' });
  await typeEmail(page, email);
  await expectNoBarriers(page);
  expectTrouble(/400 \(Bad Request\).*sign-in\/email-otp/);
  const code = await shownCode(page);
  await page.keyboard.type(code === '000000' ? '111111' : '000000');
  await page.getByText('That code does not fit.', { exact: false }).waitFor();
  await page.keyboard.type(code);

  await page.getByRole('heading', { name: 'Open your dealership' }).waitFor();
  await expectNoBarriers(page);
  expect(await page.getByLabel('Time zone').inputValue()).toBe('America/Chicago');
  expect(await page.getByLabel('Currency').inputValue()).toBe('USD');
  await page.keyboard.type('Prairie Cars');
  await page.getByLabel('Your name').fill('Nora Newcomer');
  await page.getByText('Used', { exact: true }).click();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Prairie Cars is open' }).waitFor();
  await expectNoBarriers(page);

  await page.getByRole('button', { name: 'Add a first up' }).click();
  await page.getByRole('dialog').getByLabel('Customer').fill('Wendy Walkin');
  await page.getByRole('button', { name: 'Add to the board' }).click();
  await card(page, 'Wendy Walkin', 'New up').waitFor();

  await page.goto('/settings/security');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await page.getByRole('button', { name: 'Set up with an app' }).click();
  await page.getByRole('img', { name: 'QR code for your authenticator app' }).waitFor();
  await expectNoBarriers(page);
  const key = (await page.getByText(/^([A-Z2-7]{4} )+[A-Z2-7]{1,4}$/).textContent()) ?? '';
  await page.keyboard.type(appCode(key));
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'I have kept them' }).waitFor();
  const recovery = await page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem').allTextContents();
  expect(recovery.length).toBeGreaterThanOrEqual(8);
  await expectNoBarriers(page);
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await page.getByText('On.', { exact: true }).waitFor();

  // Somewhere else, with the app; and once more with a recovery code.
  const other = await visit({ path: '/settings/security' });
  await signInWithMail(other, email);
  await other.getByRole('heading', { name: 'One more code' }).waitFor();
  await expectNoBarriers(other);
  // A code works once, so this is the next one, which is good half a minute early.
  await other.keyboard.type(appCode(key, Date.now() + 30_000));
  await other.getByText('This one').waitFor();
  const third = await visit({ path: '/board' });
  await signInWithMail(third, email);
  await third.getByRole('button', { name: 'Phone not at hand? Use a recovery code' }).click();
  await third.getByLabel('Recovery code').fill(recovery[0] ?? '');
  await third.keyboard.press('Enter');
  await card(third, 'Wendy Walkin').waitFor();

  // The first ends the others, and they are told where they are.
  expectTrouble(/401 \(Unauthorized\)/);
  await page.reload();
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click();
  await page.getByText('2 places were signed out').waitFor();
  for (const [ended, place] of [
    [other, '/settings/security'],
    [third, '/board'],
  ] as const) {
    await ended.getByText('You were signed out.', { exact: false }).waitFor();
    expect(new URL(ended.url()).searchParams.get('next')).toBe(place);
  }
});

test('a phone is linked by a text from it, and the profile says so by itself', async () => {
  const ben = await visit({ as: 'ben', path: '/settings' });
  await ben.getByText('(214) 555-0102').waitFor();
  await ben.getByRole('region', { name: 'Phone' }).getByRole('button', { name: 'Unlink' }).click();
  await ben.getByRole('button', { name: 'Link my phone' }).click();
  const code = (await ben.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/).textContent()) ?? '';
  await expectNoBarriers(ben);
  expect(await sendText(phones.ben, code)).toContain('Linked');
  await ben.getByText('Linked: (214) 555-0102 is your phone now').waitFor();
  await ben.getByText('is linked: text Beback from it', { exact: false }).waitFor();
});

test('links that do not work any more say so, and what to do', async () => {
  expectTrouble(/404 \(Not Found\)/);
  const stranger = await visit({ path: '/invitation/nonsense' });
  await stranger.getByRole('heading', { name: 'This invitation is not valid any more' }).waitFor();
  await expectNoBarriers(stranger);
  const ana = await visit({ as: 'ana', path: '/link/slack/nonsense' });
  await ana.getByRole('heading', { name: 'This link does not work any more' }).waitFor();
  await expectNoBarriers(ana);
});

async function expectNoBarriers(page: Page): Promise<void> {
  expect(await barriers(page), `what keeps people from using ${page.url()}`).toEqual([]);
}

async function typeEmail(page: Page, email: string): Promise<void> {
  await page.getByLabel('Work e-mail').waitFor();
  await page.keyboard.type(email);
  await page.keyboard.press('Enter');
}

async function signInWithMail(page: Page, email: string): Promise<void> {
  await typeEmail(page, email);
  await page.keyboard.type(await shownCode(page));
}

/** The code that a demo dealership shows instead of mailing it. */
async function shownCode(page: Page): Promise<string> {
  const shown = page.getByText('Your code is').getByText(/^\d{6}$/);
  return (await shown.textContent()) ?? '';
}
