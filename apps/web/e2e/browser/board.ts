import type { Locator, Page } from 'playwright-core';

/** A stage on the board. */
export function column(page: Page, stage: string): Locator {
  return page.getByRole('region', { name: stage, exact: true });
}

/** The card of a customer, wherever it stands; or in one stage. */
export function card(page: Page, customer: string, stage?: string): Locator {
  return (stage ? column(page, stage) : page).getByRole('article', { name: new RegExp(`^${customer},`) });
}

/** Waits until the page says that it follows the floor. */
export async function isLive(page: Page): Promise<void> {
  await liveDot(page, 'Live').waitFor();
}

/** The live dot while it says this. */
export function liveDot(page: Page, says: 'Live' | 'Catching up' | 'Offline'): Locator {
  return page.getByRole('status').getByText(says, { exact: true });
}

/** Drags a card with the mouse, as a hand does: press, move in steps, let go. */
export async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.scrollIntoViewIfNeeded();
  const [start, end] = await Promise.all([middle(from), middle(to)]);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 12, start.y + 4, { steps: 3 });
  await page.mouse.move(end.x, end.y, { steps: 8 });
  await page.mouse.up();
}

async function middle(locator: Locator): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error('what is dragged, or where to, is not on the screen');
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 200) };
}

/** Marks the page; gives a function that says whether it is still the same one, never loaded anew. */
export async function markPage(page: Page): Promise<() => Promise<boolean>> {
  await page.evaluate(() => {
    document.documentElement.dataset.marked = 'yes';
  });
  return () => page.evaluate(() => document.documentElement.dataset.marked === 'yes');
}
