import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { card, isLive } from './browser/board.ts';
import { expectTrouble, visit } from './browser/visit.ts';

const phone = { as: 'ana', width: 390, height: 844, worker: true } as const;

test('a phone without a connection opens the board as it was, to be read', async () => {
  const ana = await visit({ ...phone, path: '/board' });
  await isReadyForOffline(ana);
  await isKept(ana, '["deal","board"]');
  await ana.goto('/');
  await isKept(ana, '["today","get"]');
  goOffline(ana);
  await ana.context().setOffline(true);

  await ana.goto('/board');
  await card(ana, 'Maria Lopez').first().waitFor();
  await ana.getByText(/^Read-only, as of \d/).waitFor();
  expect(await ana.getByRole('button', { name: 'Add an up' }).count()).toBe(0);
  expect(await barriers(ana)).toEqual([]);

  await ana.getByRole('link', { name: 'Today' }).click();
  await ana
    .getByRole('heading', { name: 'Appointments' })
    .or(ana.getByRole('heading', { name: /follow-ups/i }))
    .first()
    .waitFor();
  await ana.context().setOffline(false);
  await ana.getByText(/^Read-only/).waitFor({ state: 'detached' });
});

test('what is logged without a connection waits, outlives the app, and is logged once', async () => {
  const ana = await visit({ ...phone, path: '/log' });
  await isReadyForOffline(ana);
  await isKept(ana, 'ana@northside.example');
  const { dealId } = await dealOf(ana, 'Maria Lopez');
  const note = `asked about roof racks ${Date.now()}`;
  goOffline(ana);
  await ana.context().setOffline(true);

  for (const text of [`maria lopez ${note}`, 'called nobody at all']) await say(ana, text);
  await ana.getByRole('heading', { name: 'Waiting to be sent (2)' }).waitFor();
  await ana.getByRole('listitem').filter({ hasText: 'nobody at all' }).getByText('Edit').click();
  await ana.getByRole('listitem').getByRole('textbox').fill('called zzyzx unheardof 5 min');
  await ana.getByText('Keep', { exact: true }).click();
  expect(await barriers(ana)).toEqual([]);

  // Closed and opened again, still without a connection; and in two tabs at once when it is back.
  await ana.goto('/log');
  await ana.getByRole('heading', { name: 'Waiting to be sent (2)' }).waitFor();
  const second = await ana.context().newPage();
  await second.goto('/log');
  await second.getByRole('heading', { name: 'Waiting to be sent (2)' }).waitFor();
  await ana.context().setOffline(false);

  await ana.getByRole('heading', { name: 'Came back to you (1)' }).waitFor();
  await ana.getByRole('heading', { name: /Waiting to be sent/ }).waitFor({ state: 'detached' });
  const { items } = await apiOf(ana).activity.list.query({ dealId });
  expect(items.filter((activity) => activity.note?.includes(note))).toHaveLength(1);
  await second.getByRole('heading', { name: 'Came back to you (1)' }).waitFor();
  await ana.getByText('Delete', { exact: true }).click();
  await second.getByRole('heading', { name: /Came back/ }).waitFor({ state: 'detached' });
});

test('an answer that got lost on its way is asked for again, and nothing is logged twice', async () => {
  const ana = await visit({ ...phone, path: '/log' });
  await isLive(ana);
  const { dealId } = await dealOf(ana, 'Maria Lopez');
  const note = `wants it in green ${Date.now()}`;
  expectTrouble(/ERR_FAILED|Failed to load resource/);
  // The server does it, and the phone never hears of it.
  let lost = true;
  await ana.route(/quicklog\.submit/, async (route) => {
    if (!lost) return route.continue();
    await route.fetch();
    await route.abort();
  });
  await say(ana, `maria lopez ${note}`);
  await ana.getByRole('heading', { name: 'Waiting to be sent (1)' }).waitFor();
  lost = false;
  await ana.getByRole('heading', { name: /Waiting to be sent/ }).waitFor({ state: 'detached' });
  const { items } = await apiOf(ana).activity.list.query({ dealId });
  expect(items.filter((activity) => activity.note?.includes(note))).toHaveLength(1);
});

test('signing out leaves nothing of the dealership on the phone', async () => {
  const ana = await visit({ ...phone, path: '/more' });
  await isReadyForOffline(ana);
  await isKept(ana, 'ana@northside.example');
  await ana.getByRole('button', { name: /^Sign out/ }).click();
  await ana.waitForURL(/sign-in/);
  expect(await keptOn(ana)).toBe('[]');
  goOffline(ana);
  await ana.context().setOffline(true);
  await ana.goto('/board');
  expect(await card(ana, 'Maria Lopez').count()).toBe(0);
});

test('a new version is offered, and the open page goes on', async () => {
  const ana = await visit({ ...phone, path: '/log' });
  await isReadyForOffline(ana);
  const { status, cache } = await ana.evaluate(async () => {
    const answer = await fetch('/sw.js');
    return { status: answer.status, cache: answer.headers.get('cache-control') };
  });
  expect([status, cache]).toEqual([200, 'no-cache']);
  await ana.getByRole('textbox', { name: 'What happened?' }).fill('called maria');
  await ana.evaluate(() => {
    const data = { kind: 'build', files: ['/assets/index-of-another-build.js'] };
    navigator.serviceWorker.dispatchEvent(new MessageEvent('message', { data }));
  });
  await ana.getByText('There is a new version of Beback.').waitFor();
  expect(await ana.getByRole('textbox', { name: 'What happened?' }).inputValue()).toBe('called maria');
  await ana.getByRole('button', { name: 'Reload' }).click();
  await ana.getByText('There is a new version of Beback.').waitFor({ state: 'detached' });
  await isLive(ana);
});

/** Types words into the page for one thumb and sends them. */
async function say(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'What happened?' }).first().fill(text);
  await page.getByRole('button', { name: 'Log it' }).click();
  await expect.poll(() => page.getByRole('textbox', { name: 'What happened?' }).first().inputValue()).toBe('');
}

/** Waits until the page is live and the app's files are on the phone. */
async function isReadyForOffline(page: Page): Promise<void> {
  // What Chromium says of a script that it preloaded before the service worker was awake: it is loaded once more.
  expectTrouble(/cross-world service worker resource mismatch/);
  await isLive(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === 'activated');
}

async function isKept(page: Page, words: string): Promise<void> {
  await expect.poll(() => keptOn(page), { timeout: 20_000 }).toContain(words);
}

/** Everything that was read and is stored on this phone. */
function keptOn(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open('beback-read');
        opening.onsuccess = () => {
          const all = opening.result.transaction('kept').objectStore('kept').getAll();
          all.onsuccess = () => resolve(JSON.stringify(all.result));
        };
      }),
  );
}

/** Requests fail from here on, and the browser says so. */
function goOffline(page: Page): void {
  expectTrouble(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to load resource|Failed to fetch/);
  page.context().setDefaultTimeout(30_000);
}
