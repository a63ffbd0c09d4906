// How the board feels on a slow machine: node apps/web/e2e/measure-board.ts, after `vite build`; or npm run bench -- --browser
import { parseArgs } from 'node:util';
import type { CDPSession, Page } from 'playwright-core';
import { column } from './browser/board.ts';
import { type Api, clientOf } from './browser/client.ts';
import { openPage } from './browser/open-page.ts';
import { fillFloor } from './measure/floor-of.ts';
import { heapOf, takeSeen, watch, weighScripts } from './measure/watch.ts';
import { startBeback } from './setup/beback.ts';
import { launchChromium, unpackChromium } from './setup/chromium.ts';

const { values } = parseArgs({
  options: {
    browser: { type: 'boolean', default: false },
    deals: { type: 'string', default: '2000' },
    updates: { type: 'string', default: '3600' },
    'slow-down': { type: 'string', default: '4' },
  },
});
const [deals, updates, slowDown] = [Number(values.deals), Number(values.updates), Number(values['slow-down'])];
const say = (line: string) => process.stderr.write(`${line}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const { beback, stop } = await startBeback();
const browser = await launchChromium(await unpackChromium());
try {
  const page = await openPage(browser, beback, { as: 'owner@lakeside.example', path: '/import' });
  const api = clientOf(page, beback.url);
  say(`bringing in ${deals} deals`);
  await fillFloor(api, deals);
  const weigh = weighScripts(page);
  const session = await watch(page, slowDown);
  say('opening the board');
  const loaded = { ...(await open(page)), ...(await weigh()) };
  say('dragging');
  const dragging = await drag(page);
  say('one update a second');
  const live = await oneASecond(page, api, 20);
  say(`${updates} updates, as fast as they go`);
  const heap = await manyUpdates(page, api, session, updates);
  process.stdout.write(`${JSON.stringify({ deals, slowDown, loaded, dragging, live, heap }, null, 2)}\n`);
} finally {
  await browser.close();
  await stop();
}

/** Opens the board with nothing in the browser's cache; interactive is when cards are there and the page has come to rest. */
async function open(page: Page) {
  await page.goto('/board');
  await page.getByRole('article').first().waitFor();
  const firstCard = await page.evaluate(() => performance.now());
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  await pause(3_000);
  const { longestTask, busyUntil, shift } = await takeSeen(page);
  return {
    firstCardMs: Math.round(firstCard),
    interactiveMs: Math.round(Math.max(firstCard, busyUntil)),
    longestTaskMs: Math.round(longestTask),
    layoutShift: Number(shift.toFixed(4)),
  };
}

/** Carries a card over every column and back, and drops it. */
async function drag(page: Page) {
  const from = column(page, 'Contacted').getByRole('article').nth(1);
  const [start, end] = await Promise.all([from.boundingBox(), column(page, 'F&I').boundingBox()]);
  if (!start || !end) throw new Error('there is nothing to drag');
  await page.mouse.move(start.x + 60, start.y + 30);
  await page.mouse.down();
  await takeSeen(page);
  for (let round = 0; round < 4; round += 1) {
    const x = round % 2 === 0 ? end.x + 60 : start.x + 60;
    await page.mouse.move(x, start.y + 120 + round * 60, { steps: 60 });
  }
  await page.mouse.move(end.x + 60, start.y + 120, { steps: 30 });
  const carried = await takeSeen(page);
  await page.mouse.up();
  await page
    .getByText(/ moved to F&I/)
    .first()
    .waitFor();
  await pause(1_500);
  const dropped = await takeSeen(page);
  return {
    longestTaskMs: Math.round(carried.longestTask),
    longestFrameMs: Math.round(carried.longestFrame),
    lateFrames: carried.lateFrames,
    frames: carried.frames,
    longestTaskOfDropMs: Math.round(dropped.longestTask),
  };
}

/** Somebody elsewhere changes a deal every second. */
async function oneASecond(page: Page, api: Api, seconds: number) {
  const ids = await someDeals(api);
  await takeSeen(page);
  for (let at = 0; at < seconds; at += 1) {
    await api.deal.update.mutate({ dealId: ids[at % ids.length] ?? '', valueCents: 2_000_000 + at * 100 });
    await pause(1_000);
  }
  const { longestTask, lateFrames, shift } = await takeSeen(page);
  return { seconds, longestTaskMs: Math.round(longestTask), lateFrames, layoutShift: Number(shift.toFixed(4)) };
}

/** An hour of a busy floor, without waiting for it: what stays in memory afterwards. */
async function manyUpdates(page: Page, api: Api, session: CDPSession, count: number) {
  const ids = await someDeals(api);
  const before = await heapOf(session);
  const started = Date.now();
  let next = 0;
  const work = async () => {
    for (let at = next++; at < count; at = next++) {
      await api.deal.update.mutate({ dealId: ids[at % ids.length] ?? '', valueCents: 3_000_000 + at * 100 });
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  await pause(6_000);
  const { longestTask } = await takeSeen(page);
  const after = await heapOf(session);
  const megabytes = (bytes: number) => Number((bytes / 1_048_576).toFixed(1));
  return {
    updates: count,
    tookSeconds: Math.round((Date.now() - started) / 1_000),
    beforeMB: megabytes(before),
    afterMB: megabytes(after),
    longestTaskMs: Math.round(longestTask),
  };
}

async function someDeals(api: Api): Promise<string[]> {
  const { items } = await api.deal.list.query({ kind: 'open', limit: 200 });
  return items.map(({ dealId }) => dealId);
}
