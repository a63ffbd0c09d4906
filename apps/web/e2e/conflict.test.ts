import { expect, test } from 'vitest';
import { dealOf } from './browser/api.ts';
import { card, column, drag, isLive } from './browser/board.ts';
import { expectTrouble, visit } from './browser/visit.ts';

test('two people who move one card at the same moment end with one truth, and the second is told in one sentence', async () => {
  const [first, second] = await Promise.all([
    visit({ as: 'manager', path: '/board' }),
    visit({ as: 'owner', path: '/board' }),
  ]);
  await Promise.all([isLive(first), isLive(second)]);
  await card(second, 'Tyler Brooks').waitFor();
  expectTrouble(/409 \(Conflict\)/);

  // The second's move is on its way while the first's arrives.
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const sent = new Promise<void>((resolve) => {
    void second.route('**/trpc/deal.move*', async (route) => {
      resolve();
      await held;
      await route.continue();
    });
  });
  await drag(second, card(second, 'Tyler Brooks'), column(second, 'F&I'));
  await sent;
  await drag(first, card(first, 'Tyler Brooks'), column(first, 'Showed'));
  await first.getByText('Tyler Brooks moved to Showed').first().waitFor();
  letGo();

  await card(first, 'Tyler Brooks', 'Showed').waitFor();
  await card(second, 'Tyler Brooks', 'Showed').waitFor();
  const sentence = 'Somebody changed this deal in the meantime. Look at it again, then repeat your change.';
  await second.getByRole('alert').filter({ hasText: sentence }).waitFor();
  expect(await second.getByRole('alert').count()).toBe(1);
  expect(await dealOf(first, 'Tyler Brooks')).toMatchObject({ stage: 'Showed' });
});

test('a deal is lost only with a reason, and the reason stays with it', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const { dealId, stage: from } = await dealOf(manager, 'Bill Sanderson');
  await drag(manager, card(manager, 'Bill Sanderson'), column(manager, 'Lost'));
  const dialog = manager.getByRole('dialog', { name: 'Why was Bill Sanderson lost?' });
  const move = dialog.getByRole('button', { name: 'Move to lost' });
  await move.waitFor();
  expect(await move.isDisabled()).toBe(true);

  await dialog.getByRole('button', { name: 'Keep the deal' }).click();
  await card(manager, 'Bill Sanderson', from).waitFor();
  expect(await dealOf(manager, 'Bill Sanderson')).toMatchObject({ stage: from });

  await drag(manager, card(manager, 'Bill Sanderson'), column(manager, 'Lost'));
  await dialog.getByRole('radio', { name: 'Bought elsewhere' }).check();
  await dialog.getByLabel('Anything to add').fill('The cousin’s store');
  await move.click();
  await card(manager, 'Bill Sanderson', from).waitFor({ state: 'detached' });
  await manager.goto(`/deals/${dealId}`);
  await manager.getByText('Lost: bought elsewhere, The cousin’s store').waitFor();
});

test('a deal is sold on a day, today unless somebody says otherwise, never a day to come', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const { dealId } = await dealOf(manager, 'Heather Lang');
  await drag(manager, card(manager, 'Heather Lang'), column(manager, 'Sold'));
  const dialog = manager.getByRole('dialog', { name: 'Heather Lang: sold' });
  const day = dialog.getByLabel('Sold on');
  await day.waitFor();
  expect(await day.inputValue()).toBe('2026-03-04');
  expect(await day.getAttribute('max')).toBe('2026-03-04');
  await day.fill('2026-03-02');
  await dialog.getByRole('button', { name: 'Move to sold' }).click();
  await manager.getByText('Heather Lang moved to Sold').first().waitFor();
  await manager.goto(`/deals/${dealId}`);
  await manager.getByText('Sold Mar 2', { exact: false }).waitFor();
});
