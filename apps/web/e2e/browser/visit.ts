import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from '../setup/chromium.ts';
import { openPage, type Visit } from './open-page.ts';

export const beback = inject('beback');

let browser: Browser;
let pages: Page[] = [];
let troubles: string[] = [];
let expected: RegExp[] = [];
/** Said by Playwright where a journey goes without a service worker. */
const blocked = /Service Worker registration blocked by Playwright/;

beforeAll(async () => {
  browser = await launchChromium(inject('chromium'));
});

afterAll(() => browser?.close());

afterEach(async () => {
  await Promise.all(pages.map((page) => page.context().close()));
  const unexpected = troubles.filter((trouble) => !expected.some((pattern) => pattern.test(trouble)));
  [pages, troubles, expected] = [[], [], []];
  expect(unexpected, 'what the browser complained about').toEqual([]);
});

/** Opens Beback in a browser of its own. Whatever that browser complains about until the test ends fails the test. */
export function visit(how: Visit = {}): Promise<Page> {
  return openPage(browser, beback, how, listen);
}

/** Names complaints that belong to what a test does, such as a refused request. */
export function expectTrouble(...patterns: RegExp[]): void {
  expected.push(...patterns);
}

function listen(page: Page): void {
  pages.push(page);
  page.on('pageerror', (error) => troubles.push(`threw ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !blocked.test(message.text()))
      troubles.push(`${message.text()} (${message.location().url})`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== beback.url)
      troubles.push(`asked a foreign host: ${request.url()}`);
  });
}
