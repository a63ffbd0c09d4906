import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { card, column, isLive } from './browser/board.ts';
import { visit } from './browser/visit.ts';

test('several cards are selected by keyboard, moved as one, seen by others, and taken back as one', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  const other = await visit({ as: 'owner', path: '/board' });
  await Promise.all([isLive(manager), isLive(other)]);
  const cards = column(manager, 'Demo drive').getByRole('article');
  const link = cards.first().getByRole('link');
  await link.focus();
  const names = (await cards.locator('a').allTextContents()).slice(0, 2);
  await manager.keyboard.press('x');
  await manager.keyboard.press('Shift+ArrowDown');
  await manager.locator('[aria-live]').getByText('2 selected', { exact: true }).waitFor({ state: 'attached' });

  const bar = manager.getByRole('region', { name: 'Selected deals' });
  await bar.waitFor();
  expect(await barriers(manager)).toEqual([]);
  await bar.getByRole('button', { name: 'Move to…' }).click();
  await manager.getByRole('dialog', { name: 'Move 2 deals to' }).getByRole('button', { name: 'Write-up' }).click();
  for (const name of names) {
    await card(manager, name, 'Write-up').waitFor();
    await card(other, name, 'Write-up').waitFor();
  }
  await bar.waitFor({ state: 'detached' });
  const toast = manager.getByRole('alert').filter({ hasText: '2 deals moved to Write-up' });
  await toast.getByRole('button', { name: 'Undo' }).click();
  for (const name of names) {
    await card(manager, name, 'Demo drive').waitFor();
    await card(other, name, 'Demo drive').waitFor();
  }
});

test('a quick filter’s sums are those of its cards, and saved for everybody it is everybody’s', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  await isLive(manager);
  await manager.getByRole('button', { name: 'Overdue', exact: true }).click();
  await manager.waitForURL(/overdue=true/);
  const { stages } = await apiOf(manager).deal.board.query({ overdue: true });
  const open = stages.filter(({ kind }) => kind === 'open').reduce((sum, { count }) => sum + count, 0);
  expect(open).toBeGreaterThan(0);
  await manager.getByRole('search').getByText(String(open), { exact: true }).waitFor();
  await expect.poll(() => manager.getByRole('article').count()).toBe(open);

  await manager.getByRole('button', { name: 'Saved views' }).click();
  await manager.getByRole('menuitem', { name: 'Save these filters…' }).click();
  const dialog = manager.getByRole('dialog', { name: 'Save these filters' });
  await dialog.getByLabel('Name').fill('Late everywhere');
  await dialog.getByLabel('Everybody here gets it').check();
  await dialog.getByRole('button', { name: 'Save view' }).click();
  await manager.getByRole('button', { name: 'Saved views: Late everywhere' }).waitFor();

  const ana = await visit({ as: 'ana', path: '/board' });
  await ana.getByRole('button', { name: 'Saved views' }).click();
  await ana.getByRole('menuitem', { name: 'Late everywhere' }).click();
  await ana.waitForURL(/overdue=true/);
});

test('a deal that opens over the board leaves its card in sight, and what it earned is kept', async () => {
  const manager = await visit({ as: 'manager', path: '/board' });
  await isLive(manager);
  const last = column(manager, 'F&I').getByRole('article').first();
  const name = (await last.getByRole('link').textContent()) ?? '';
  await last.getByRole('link').click();
  const panel = manager.getByRole('complementary', { name: 'Deal' });
  await panel.getByRole('heading', { name }).waitFor();
  const edge = async () => (await panel.boundingBox())?.x ?? 0;
  const right = async () => {
    const box = await last.boundingBox();
    return box ? box.x + box.width : Number.POSITIVE_INFINITY;
  };
  await expect.poll(async () => (await right()) <= (await edge())).toBe(true);
  await manager.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });

  await last.getByRole('link').focus();
  await manager.keyboard.press(']');
  const dialog = manager.getByRole('dialog', { name: `${name}: sold` });
  await dialog.getByLabel('Front gross').fill('1,850');
  await dialog.getByLabel('Back gross').fill('-200');
  await dialog.getByRole('button', { name: 'Move to sold' }).click();
  await manager.getByText(`${name} moved to Sold`).first().waitFor();
  const { dealId } = await dealOf(manager, name);
  expect(await apiOf(manager).deal.get.query({ dealId })).toMatchObject({
    frontGrossCents: 185_000,
    backGrossCents: -20_000,
  });
});
