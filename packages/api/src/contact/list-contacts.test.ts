import { makeContact } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';

type Listing = NonNullable<Parameters<Store['manager']['contact']['list']['query']>[0]>;

/** Every page of a listing, two customers at a time. */
async function names(store: Store, input: Listing): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.manager.contact.list.query({ ...input, limit: 2, cursor });
    found.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

test('customers are listed by name or by when they came, either way, page by page', async () => {
  const store = await makeStore();
  for (const [at, name] of ['Zed', 'Abe', 'Mia'].entries()) {
    store.clock.at = `2026-03-0${at + 3}T15:00:00.000Z`;
    await store.manager.contact.create.mutate({ name });
  }
  const byName = ['Abe', "John O'Brien", 'Maria Lopez', 'Mia', 'Zed'];
  expect(await names(store, {})).toEqual(byName);
  expect(await names(store, { order: 'desc' })).toEqual(byName.toReversed());
  expect((await names(store, { sort: 'created', order: 'desc' })).slice(0, 3)).toEqual(['Mia', 'Abe', 'Zed']);
});

test('customers are narrowed down by rep, source, wishes and open deals', async () => {
  const store = await makeStore();
  const { manager, members, workspaceId } = store;
  await manager.contact.create.mutate({ name: 'Wes Web', source: 'Website', doNotText: true });
  await makeContact(database.owner, workspaceId, { name: 'Ana’s own', ownerId: members.rep });
  expect(await names(store, { source: 'website' })).toEqual(['Wes Web']);
  expect(await names(store, { doNot: 'text' })).toEqual(['Wes Web']);
  expect(await names(store, { doNot: 'call' })).toEqual([]);
  expect(await names(store, { ownerId: members.rep })).toEqual(['Ana’s own']);
  expect(await names(store, { openDeal: true })).toEqual(["John O'Brien", 'Maria Lopez']);
  expect(await names(store, { openDeal: false, ownerId: null })).toEqual(['Wes Web']);
});
