import type { Page } from 'playwright-core';
import { type Api, clientOf } from './client.ts';
import { beback } from './visit.ts';

/** The procedures, as whoever is signed in on this page: for set-up, and for what a page cannot show. */
export function apiOf(page: Page): Api {
  return clientOf(page, beback.url);
}

/** The deal of a customer as the board shows it, with the name of its stage. Throws when there is none. */
export async function dealOf(page: Page, customer: string) {
  const { stages } = await apiOf(page).deal.board.query({});
  for (const { name, deals } of stages) {
    const deal = deals.find(({ contactName }) => contactName === customer);
    if (deal) return { ...deal, stage: name };
  }
  throw new Error(`${customer} is not on this board`);
}
