import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf } from './browser/api.ts';
import { card, column, drag, isLive } from './browser/board.ts';
import { visit } from './browser/visit.ts';

test('a board of a thousand cards scrolls to its last card and drags it, drawing only what can be seen', async () => {
  const owner = await visit({ as: 'owner@lakeside.example', path: '/import' });
  await bringIn(owner, thousandDeals());
  await owner.goto('/board');
  await isLive(owner);
  const newUp = column(owner, 'New up');
  await newUp.getByRole('article').first().waitFor();
  const { stages } = await apiOf(owner).deal.board.query({});
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  expect(total).toBeGreaterThanOrEqual(1_000);
  expect(await owner.getByRole('article').count()).toBeLessThan(250);

  const last = stages[0]?.deals.toSorted((a, b) => Date.parse(b.stageSince) - Date.parse(a.stageSince)).at(-1);
  if (!last) throw new Error('nobody is a new up');
  const lastCard = owner.locator(`[data-deal="${last.dealId}"]`);
  await newUp.hover();
  await expect
    .poll(async () => {
      await owner.mouse.wheel(0, 4_000);
      return lastCard.count();
    })
    .toBe(1);
  expect(await owner.getByRole('article').count()).toBeLessThan(250);

  await drag(owner, lastCard, column(owner, 'Write-up'));
  await card(owner, last.contactName, 'Write-up').first().waitFor();
  await newUp.getByText(String((stages[0]?.count ?? 0) - 1), { exact: true }).waitFor();
});

/** Imports a file as the signed-in person, without looking at the pages for it. */
async function bringIn(page: Page, csv: string): Promise<void> {
  const api = apiOf(page);
  const contentBase64 = Buffer.from(csv).toString('base64');
  const { importId } = await api.import.preview.mutate({ fileName: 'thousand.csv', contentBase64 });
  await api.import.run.mutate({ importId, duplicates: 'skip' });
  const status = async () => (await api.import.get.query({ importId })).status;
  await expect.poll(status, { timeout: 60_000, interval: 200 }).toBe('done');
}

function thousandDeals(): string {
  const stages = ['New up', 'New up', 'New up', 'Contacted', 'Showed', 'Write-up'];
  const lines = Array.from({ length: 1_000 }, (_, i) => {
    const phone = `+1312${String(5_550_000 + i)}`;
    return `Pat Number${i},${phone},2021 Honda Civic,${stages[i % stages.length]},${18_000 + i}`;
  });
  return ['Name,Phone,Vehicle,Stage,Value', ...lines].join('\n');
}
