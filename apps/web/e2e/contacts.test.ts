import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { expectTrouble, visit } from './browser/visit.ts';

test('two records of one person are compared, merged, taken apart again; an old link leads to the one who stays', async () => {
  const page = await visit({ as: 'manager', path: '/contacts' });
  const { contact } = apiOf(page);
  const keep = await contact.create.mutate({ name: 'Quinn Twice', phone: '214-555-0741' });
  const other = { name: 'Quinn Twice', email: 'quinn@mail.example', note: 'wants a hitch', doNotText: true };
  const merge = await contact.create.mutate({ ...other, source: 'Phone' });
  await page.goto(`/contacts/${keep.contactId}`);
  await page.getByRole('link', { name: 'Compare and merge' }).click();
  await page.getByRole('group', { name: 'Source' }).getByRole('radio', { name: 'Nothing' }).check();
  await page.getByText('none from the left, none from the right').waitFor();
  expect(await barriers(page)).toEqual([]);
  await mergeIntoOne(page, keep.contactId);
  await page.getByText('quinn@mail.example').first().waitFor();
  await page.getByText('Do not text', { exact: true }).first().waitFor();
  expect(await contact.get.query({ contactId: keep.contactId })).toMatchObject({ note: 'wants a hitch', source: null });

  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('region', { name: 'Maybe the same person' }).waitFor();
  expect(await contact.get.query({ contactId: merge.contactId })).toMatchObject({ contactId: merge.contactId });

  await page.getByRole('link', { name: 'Compare and merge' }).click();
  await mergeIntoOne(page, keep.contactId);
  await page.goto(`/contacts/${merge.contactId}`);
  await page.waitForURL(`**/contacts/${keep.contactId}`);
  expect(await barriers(page)).toEqual([]);
});

test('the list is narrowed down in its address and walked through by keyboard', async () => {
  const page = await visit({ as: 'manager', path: '/contacts' });
  await apiOf(page).contact.create.mutate({ name: 'Aabel Quiet', doNotCall: true, doNotText: true });
  await page.getByLabel('Do not contact').selectOption({ label: 'Do not text' });
  await page.waitForURL('**/contacts?not=text');
  const rows = page.getByRole('region', { name: 'Contacts' }).getByRole('listitem');
  await rows.filter({ hasText: 'Do not call or text' }).first().waitFor();
  await expect.poll(() => rows.filter({ hasNotText: /Do not (text|call or text|contact)/ }).count()).toBe(0);
  await page.keyboard.press('/');
  await page.keyboard.type('aabel');
  await page.waitForURL('**/contacts?*q=aabel*');
  await expect.poll(() => rows.count()).toBe(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Aabel Quiet' }).waitFor();
});

test('a number that somebody else has is not written twice by accident', async () => {
  const page = await visit({ as: 'manager', path: '/contacts' });
  const { contact } = apiOf(page);
  await contact.create.mutate({ name: 'Priya First', phone: '214-555-0742' });
  const { contactId } = await contact.create.mutate({ name: 'Paul Second' });
  await page.goto(`/contacts/${contactId}`);
  expectTrouble(/409 \(Conflict\)/);
  await page.getByRole('button', { name: 'Add a phone' }).click();
  await page.keyboard.type('(214) 555 0742');
  await page.keyboard.press('Enter');
  const notice = page.getByRole('alert').filter({ hasText: 'Priya First has this already.' });
  await notice.getByRole('link', { name: 'Merge them' }).waitFor();
  await notice.getByRole('button', { name: 'Keep both' }).click();
  await page.getByRole('button', { name: 'Phone: (214) 555-0742. Edit' }).waitFor();
  await page.getByRole('switch', { name: 'Do not call' }).click();
  await page.getByRole('link', { name: 'Call (214) 555-0742' }).waitFor({ state: 'detached' });
  await expect
    .poll(() => contact.get.query({ contactId }))
    .toMatchObject({ doNotCall: true, phones: [{ phone: '+12145550742' }] });
});

async function mergeIntoOne(page: Page, keepId: string): Promise<void> {
  await page.getByRole('button', { name: 'Merge into one' }).click();
  await page.waitForURL(`**/contacts/${keepId}`);
}
