import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';

/** What the page itself saw since it was last asked. */
export interface Seen {
  /** Milliseconds that the longest task kept the page busy; 0 when none took 50 or more. */
  longestTask: number;
  /** When the last long task ended, counted from the start of the page. */
  busyUntil: number;
  /** How far what was on the screen has moved by itself (cumulative layout shift). */
  shift: number;
  /** The longest time between two frames, and how many came more than one frame late. */
  longestFrame: number;
  lateFrames: number;
  frames: number;
}

declare global {
  interface Window {
    seen?: Seen & { last: number };
  }
}

/** Slows the page's processor down and has it keep an eye on itself; before the page is opened. */
export async function watch(page: Page, slowDown: number): Promise<CDPSession> {
  await page.addInitScript(observe);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowDown });
  return session;
}

/** Runs in the page. */
function observe(): void {
  const none = { longestTask: 0, busyUntil: 0, shift: 0, longestFrame: 0, lateFrames: 0, frames: 0, last: 0 };
  window.seen = none;
  const each = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  each('longtask', ({ startTime, duration }) => {
    none.longestTask = Math.max(none.longestTask, duration);
    none.busyUntil = startTime + duration;
  });
  each('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) none.shift += value;
  });
  const frame = (at: number) => {
    const gap = none.last > 0 ? at - none.last : 0;
    none.last = at;
    none.frames += 1;
    none.longestFrame = Math.max(none.longestFrame, gap);
    if (gap > 34) none.lateFrames += 1;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
}

/** What the page saw so far; it begins to count anew. */
export function takeSeen(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const { seen } = window;
    if (!seen) throw new Error('nobody watches this page');
    const copy = { ...seen };
    Object.assign(seen, { longestTask: 0, shift: 0, longestFrame: 0, lateFrames: 0, frames: 0, last: 0 });
    return copy;
  });
}

/** Adds up the JavaScript that a page loads, as gzip makes it; asked for when the page has loaded. */
export function weighScripts(page: Page): () => Promise<{ files: number; gzipBytes: number }> {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (/\.js(\?|$)/.test(response.url()) && response.status() === 200) bodies.push(response.body());
  });
  return async () => {
    const scripts = await Promise.all(bodies);
    return { files: scripts.length, gzipBytes: scripts.reduce((sum, body) => sum + gzipSync(body).length, 0) };
  };
}

/** The page's heap in bytes, after what nobody holds was collected. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
