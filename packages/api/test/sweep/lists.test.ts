import { expect, test } from 'vitest';
import { makeStore } from '../harness.ts';
import { call, procedures } from './call.ts';

const store = await makeStore();
const lists = procedures.map(({ path }) => path).filter((path) => path.endsWith('.list'));

test.each(lists)('%s needs no input and answers a page', async (path) => {
  expect(await call(store.boss, path, undefined)).toEqual({ items: expect.any(Array), nextCursor: null });
});
