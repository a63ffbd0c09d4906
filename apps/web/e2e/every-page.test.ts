import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { apiOf, dealOf } from './browser/api.ts';
import { barriers } from './browser/barriers.ts';
import { visit } from './browser/visit.ts';

const screens = [
  '/',
  '/desk-log',
  '/board',
  '/deals',
  '/contacts',
  '/companies',
  '/reports',
  '/log',
  '/more',
  '/import',
  '/nowhere',
];
const settings = ['/settings', '/settings/members', '/settings/workspace', '/settings/pipeline', '/settings/exports'];
const lists = [
  '/settings/security',
  '/settings/notifications',
  '/settings/sources',
  '/settings/lost-reasons',
  '/settings/keys',
  '/settings/audit',
];
const desk = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
/** A desk's screen at 200 %. */
const magnified = { width: 720, height: 450 };

test('every page can be used by everybody, by day and by night, on a desk and on a phone', async () => {
  // Two at a time: a machine has more than one core.
  const left = await visit({ as: 'manager', path: '/' });
  const right = await visit({ as: 'manager', path: '/' });
  const paths = await signedInPages(left);
  const half = Math.ceil(paths.length / 2);
  const findings = await Promise.all([lookAtAll(left, paths.slice(0, half)), lookAtAll(right, paths.slice(half))]);
  expect(findings.flat()).toEqual([]);
}, 180_000);

test('so can the pages that a stranger sees', async () => {
  const page = await visit({ path: '/sign-in' });
  expect(await lookAtAll(page, ['/sign-in', '/demo'])).toEqual([]);
});

async function signedInPages(page: Page): Promise<string[]> {
  const { dealId, contactId } = await dealOf(page, 'Maria Lopez');
  const { items } = await apiOf(page).company.list.query({ limit: 1 });
  const companies = items.map(({ companyId }) => `/companies/${companyId}`);
  return [
    ...screens,
    `/board/${dealId}`,
    `/deals/${dealId}`,
    `/contacts/${contactId}`,
    ...companies,
    ...settings,
    ...lists,
  ];
}

async function lookAtAll(page: Page, paths: string[]): Promise<string[]> {
  const findings: string[] = [];
  for (const path of paths) findings.push(...(await look(page, path)));
  return findings;
}

/** Loads a page once and looks at it in every size and both lights. Gives what is wrong with it. */
async function look(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.locator('h1').first().waitFor({ state: 'attached' });
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  const findings: string[] = [];
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: 'light' });
    findings.push(...(await sideways(page)), ...(await barriers(page)));
    await page.emulateMedia({ colorScheme: 'dark' });
    findings.push(...(await barriers(page, ['color-contrast'])));
  }
  await page.setViewportSize(magnified);
  findings.push(...(await sideways(page)));
  await page.setViewportSize(desk);
  return findings.map((finding) => `${path} ${finding}`);
}

/** Whether the page as a whole is wider than its window. */
async function sideways(page: Page): Promise<string[]> {
  const { inner, outer } = await page.evaluate(() => {
    const { scrollWidth: inner, clientWidth: outer } = document.documentElement;
    return { inner, outer };
  });
  return inner > outer ? [`is ${inner} px wide in a window of ${outer} px`] : [];
}
