import type { AppRouter } from '@beback/api';
import { createTRPCClient, httpLink, type TRPCClient } from '@trpc/client';
import type { Page } from 'playwright-core';

export type Api = TRPCClient<AppRouter>;

/** The procedures of the Beback at this address, as whoever is signed in on this page. */
export function clientOf(page: Page, url: string): Api {
  const headers = async () => {
    const cookies = await page.context().cookies();
    return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  };
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${url}/trpc`, headers })] });
}
