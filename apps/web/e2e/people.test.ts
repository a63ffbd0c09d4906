import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { isLive } from './browser/board.ts';
import { beback, expectTrouble, visit } from './browser/visit.ts';

const email = 'nina@people.example';

test('somebody is invited, joins from the mail, gets another role while they look, and hands over when they leave', async () => {
  const manager = await visit({ as: 'manager', path: '/settings/members' });
  await manager.getByRole('button', { name: 'Invite somebody' }).click();
  await manager.getByLabel('Name').fill('Nina New');
  await manager.getByLabel('Work e-mail').fill(email);
  expect(await barriers(manager)).toEqual([]);
  await manager.getByRole('button', { name: 'Send invitation' }).click();
  await row(manager, 'Nina New').getByText('good for').waitFor();

  await expect.poll(() => linkMailedTo(manager)).toBeDefined();
  const nina = await visit({ as: email, path: (await linkMailedTo(manager)) ?? '/' });
  await nina.getByRole('button', { name: 'Join Northside Motors' }).click();
  await isLive(nina);
  await row(manager, 'Nina New').getByRole('combobox', { name: 'Role of Nina New' }).waitFor();

  expectTrouble(/401|403/, /Unauthorized|Forbidden/, /EventSource|live\.changes/);
  await nina.goto('/board');
  await isLive(nina);
  const box = nina.getByPlaceholder(/What happened/);
  await box.waitFor();
  const made = await apiOf(nina).deal.create.mutate({ contact: { name: 'Wendell Pryce', phone: '2145550743' } });
  await manager.getByRole('combobox', { name: 'Role of Nina New' }).selectOption('read_only');
  await box.waitFor({ state: 'detached' });
  await manager.getByRole('button', { name: 'Undo' }).click();
  await box.waitFor();

  await manager.getByRole('button', { name: 'More about Nina New' }).click();
  await manager.getByRole('menuitem', { name: 'Remove Nina New…' }).click();
  const dialog = manager.getByRole('dialog');
  await dialog.getByLabel(/Who takes over 1 open deal/).selectOption({ label: 'Ana Torres' });
  expect(await barriers(manager)).toEqual([]);
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await manager.getByText('Former members').waitFor();
  await box.waitFor({ state: 'detached' });
  const deal = await apiOf(manager).deal.get.query({ dealId: made.dealId });
  expect(deal.visibleTo.map(({ name }) => name)).toEqual(['Ana Torres']);

  await manager.goto('/settings/audit?what=people');
  for (const said of [/invited Nina New/, /made Nina New read-only member/, /removed Nina New; 1 open deal/])
    await manager.getByRole('row', { name: said }).first().waitFor();
});

test('a key made in the settings calls the API within its scope until it is revoked, and the audit log knows', async () => {
  const owner = await visit({ as: 'owner', path: '/settings/keys' });
  await owner.getByRole('button', { name: 'Create key' }).click();
  await owner.getByLabel('What is it for?').fill('Nightly report');
  await owner.getByLabel('It acts as').selectOption({ label: 'Ana Torres' });
  await owner.getByRole('button', { name: 'Create key' }).last().click();
  const shown = owner.getByRole('dialog', { name: 'The key for Nightly report' });
  const key = await shown.locator('code').first().textContent();
  expect(await shown.locator('code').last().textContent()).toContain(`/trpc/deal.list`);
  expect(await barriers(owner)).toEqual([]);
  await shown.getByRole('button', { name: 'I have it' }).click();

  const call = (path: string, init: RequestInit = {}) =>
    fetch(`${beback.url}/trpc/${path}`, {
      ...init,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    });
  const listed = await (await call('deal.list')).json();
  expect(listed.result.data.items.length).toBeGreaterThan(0);
  const written = await call('task.create', { method: 'POST', body: JSON.stringify({ title: 'Not with this key' }) });
  expect(written.status).toBe(403);

  await owner.reload();
  await row(owner, 'Nightly report').getByText('Used', { exact: false }).waitFor();
  await owner.getByRole('button', { name: 'Revoke Nightly report' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Revoke key' }).click();
  await row(owner, 'Nightly report').getByText('revoked', { exact: false }).waitFor();
  expect((await call('deal.list')).status).toBe(401);

  await owner.goto('/settings/audit?what=keys');
  await owner.getByRole('row', { name: /revoked the API key "Nightly report"/ }).waitFor();
  await owner.getByRole('row', { name: /made the API key "Nightly report"/ }).waitFor();
});

test('the owner changes a setting where it stands and takes it back; a rep is told whose it is', async () => {
  const owner = await visit({ as: 'owner', path: '/settings/lost-reasons' });
  await owner.getByPlaceholder('Moved away').fill('Moved to Alaska');
  await owner.getByRole('button', { name: 'Add reason' }).click();
  await row(owner, 'Moved to Alaska').waitFor();
  await owner.getByRole('button', { name: 'Undo' }).click();
  await row(owner, 'Moved to Alaska').waitFor({ state: 'detached' });

  await owner.goto('/settings/workspace');
  await owner.getByRole('switch', { name: 'Ask everybody for a second factor' }).click({ force: true });
  await owner.getByText('You have none yourself yet').waitFor();
  expect(await owner.getByRole('button', { name: 'Ask everybody' }).isDisabled()).toBe(true);

  const ana = await visit({ as: 'ana', path: '/settings/audit' });
  await ana.getByText('The audit log is for owners and managers.').waitFor();
  await ana.getByText('Ask Olivia Grant if you need more.').waitFor();
  await ana.goto('/settings/workspace');
  await ana.getByText('Only an owner can change these.').waitFor();
  expect(await ana.getByRole('switch').count()).toBe(0);
});

function row(page: Page, name: string): Locator {
  return page.getByRole('listitem').filter({ hasText: name });
}

/** The path in the newest invitation that would have been mailed. */
async function linkMailedTo(page: Page): Promise<string | undefined> {
  const { items } = await (await page.request.get('/demo/outbox')).json();
  const mails: { to: string; body: string }[] = items.filter((mail: { to: string }) => mail.to === email);
  return mails.map(({ body }) => /\/invitation\/[\w-]+/.exec(body)?.[0]).find((path) => path !== undefined);
}
