import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';

test('a view is one’s own until it is shared, and then everybody has it', async () => {
  const { ana, ben } = await makeStore();
  const made = await ana.view.create.mutate({ page: 'board', name: 'My quiet ones', search: { quiet: true } });
  expect(made).toMatchObject({ own: true, shared: false, search: { quiet: true } });
  expect((await ben.view.list.query({ page: 'board' })).items).toEqual([]);
  await ana.view.update.mutate({ viewId: made.viewId, shared: true });
  expect((await ben.view.list.query({ page: 'board' })).items).toMatchObject([
    { name: 'My quiet ones', own: false, mayChange: false },
  ]);
  expect((await ben.view.list.query({ page: 'deals' })).items).toEqual([]);
});

test('a shared view is changed by who made it or a manager; what is not shared is not there for others', async () => {
  const { ana, ben, manager } = await makeStore();
  const { viewId } = await ana.view.create.mutate({ page: 'board', name: 'Web', search: {}, shared: true });
  expect(await refusal(ben.view.update.mutate({ viewId, name: 'Mine now' }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(ben.view.archive.mutate({ viewId }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await manager.view.update.mutate({ viewId, name: 'Internet' })).toMatchObject({ name: 'Internet' });
  await ana.view.update.mutate({ viewId, shared: false });
  expect(await refusal(manager.view.archive.mutate({ viewId }))).toMatchObject({ code: 'NOT_FOUND' });
});

test('a removed view comes back with undo', async () => {
  const { ana } = await makeStore();
  const { viewId } = await ana.view.create.mutate({ page: 'board', name: 'Web', search: { source: 'Internet' } });
  const { changeId } = await ana.view.archive.mutate({ viewId });
  expect((await ana.view.list.query({ page: 'board' })).items).toEqual([]);
  await ana.change.undo.mutate({ changeId });
  expect((await ana.view.list.query({ page: 'board' })).items).toMatchObject([
    { viewId, search: { source: 'Internet' } },
  ]);
});
