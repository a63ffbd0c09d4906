// Takes the README's pictures from the demo dealership: node apps/web/e2e/screenshots.ts [--dark] [folder]
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openPage, type Visit } from './browser/open-page.ts';
import { type Beback, startBeback } from './setup/beback.ts';
import { launchChromium, unpackChromium } from './setup/chromium.ts';

const { values, positionals } = parseArgs({
  options: { dark: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const folder = positionals[0] ?? fileURLToPath(new URL('../screenshots', import.meta.url));
const desk = { width: 1440, height: 900, scale: 1, dark: values.dark };
const pocket = { width: 390, height: 844, scale: 2, dark: values.dark };

type Picture = [name: string, visit: Visit, play: (page: Page) => Promise<void>];

/** In this order: what the demo plays first is what the others then show. */
const pictures: Picture[] = [
  ['demo', { ...desk, path: '/demo' }, playDemo],
  ['board', { ...desk, as: 'manager', path: '/board' }, async () => {}],
  ['today', { ...desk, as: 'manager', path: '/' }, async () => {}],
  ['deal', { ...desk, as: 'manager', path: '/board' }, openMaria],
  ['desk-log', { ...desk, as: 'manager', path: '/desk-log' }, async () => {}],
  ['reports', { ...desk, as: 'manager', path: '/reports?period=last_90_days' }, async () => {}],
  ['phone', { ...pocket, as: 'ana', path: '/' }, async () => {}],
];

const { beback, stop } = await startBeback();
const browser = await launchChromium(await unpackChromium());
try {
  for (const picture of pictures) await take(browser, beback, picture);
} finally {
  await browser.close();
  await stop();
}

async function take(browser: Browser, beback: Beback, [name, visit, play]: Picture): Promise<void> {
  const page = await openPage(browser, beback, visit);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  await page.getByText('Live', { exact: true }).waitFor({ state: 'attached' });
  await play(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: path.join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' });
  await page.context().close();
}

/** A text that is answered, and a command that moves the same deal. */
async function playDemo(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^called maria lopez 8 min/ }).click();
  await page.getByText(/^Beback: .*Maria Lopez/s).waitFor();
  await page.getByRole('button', { name: '/deal maria lopez to write-up' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  await page
    .getByRole('region', { name: 'Write-up' })
    .getByRole('article', { name: /^Maria Lopez/ })
    .waitFor();
}

async function openMaria(page: Page): Promise<void> {
  await page
    .getByRole('article', { name: /^Maria Lopez/ })
    .getByRole('link')
    .click();
  const panel = page.getByRole('complementary', { name: 'Deal' });
  await panel.getByText('wants the blue tahoe', { exact: false }).waitFor();
}
