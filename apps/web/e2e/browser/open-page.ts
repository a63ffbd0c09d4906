import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Beback } from '../setup/beback.ts';

/** How somebody comes to Beback. */
export interface Visit {
  /** Who of Northside Motors signs in, by the first part of the address; or a whole address. Left out: nobody. */
  as?: string;
  path?: string;
  width?: number;
  height?: number;
  dark?: boolean;
  touch?: boolean;
  /** Lets the page keep files and open without a connection; most journeys leave that out, because it takes its time. */
  worker?: boolean;
  /** Device pixels per pixel. */
  scale?: number;
}

/** Opens a page in a browser of its own (its cookies are nobody else's), at the time it is at Beback. */
export async function openPage(
  browser: Browser,
  { url, ahead }: Beback,
  visit: Visit,
  listen: (page: Page) => void = () => {},
): Promise<Page> {
  const {
    as,
    path = '/',
    width = 1440,
    height = 900,
    dark = false,
    touch = width < 600,
    scale = 1,
    worker = false,
  } = visit;
  const options: BrowserContextOptions = {
    baseURL: url,
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    deviceScaleFactor: scale,
    serviceWorkers: worker ? 'allow' : 'block',
    hasTouch: touch,
    isMobile: touch,
    locale: 'en-US',
    timezoneId: 'America/Chicago',
  };
  const context = await browser.newContext(options);
  context.setDefaultTimeout(20_000);
  await context.addInitScript(shiftClock, ahead);
  const page = await context.newPage();
  listen(page);
  if (as) await signIn(page, as.includes('@') ? as : `${as}@northside.example`);
  await page.goto(path);
  return page;
}

/** Signs the page's browser in with the code that the demo dealership shows. Throws when Beback refuses. */
async function signIn({ request }: Page, email: string): Promise<void> {
  const sent = await request.post('/api/auth/email-otp/send-verification-otp', { data: { email, type: 'sign-in' } });
  const { code: otp } = await (await request.get('/demo/code', { params: { email } })).json();
  const answer = await request.post('/api/auth/sign-in/email-otp', { data: { email, otp } });
  if (!sent.ok() || !answer.ok())
    throw new Error(`${email} could not sign in: ${answer.status()} ${await answer.text()}`);
}

/** Runs in the page, before anything else: its clock goes as Beback's does. */
function shiftClock(ahead: number): void {
  globalThis.Date = new Proxy(Date, {
    construct: (Real, given) => (given.length > 0 ? Reflect.construct(Real, given) : new Real(Real.now() + ahead)),
    get: (Real, key) => (key === 'now' ? () => Real.now() + ahead : Reflect.get(Real, key)),
  });
}
