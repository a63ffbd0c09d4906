import { makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';

const names = async (store: Store) => (await store.ana.stage.list.query()).items.map((stage) => stage.name);

test('a new stage stands after the last of its kind, or where it is put', async () => {
  const store = await makeStore();
  await store.manager.stage.create.mutate({ name: 'Credit check', kind: 'open', probability: 90 });
  await store.manager.stage.create.mutate({ name: 'First of all', kind: 'open', probability: 5, position: 0 });
  const all = await names(store);
  expect(all.slice(0, 2)).toEqual(['First of all', 'New up']);
  expect(all.slice(7, 10)).toEqual(['F&I', 'Credit check', 'Sold']);
});

test('stages are renamed and put into another order', async () => {
  const store = await makeStore();
  const { manager, stages } = store;
  await manager.stage.update.mutate({ stageId: stages['New up'], name: 'Fresh up', probability: 12, version: 1 });
  const ids = (await manager.stage.list.query()).items.map((stage) => stage.stageId);
  const swapped = [ids[1], ids[0], ...ids.slice(2)].flatMap((stageId) => stageId ?? []);
  const { changeId } = await manager.stage.reorder.mutate({ stageIds: swapped });
  expect((await names(store)).slice(0, 3)).toEqual(['Contacted', 'Fresh up', 'Appointment set']);
  await manager.change.undo.mutate({ changeId: changeId ?? '' });
  expect((await names(store)).slice(0, 2)).toEqual(['Fresh up', 'Contacted']);
  expect(await refusal(manager.stage.reorder.mutate({ stageIds: ids.slice(1) }))).toMatchObject({
    reason: 'stages_incomplete',
  });
  expect(await manager.stage.reorder.mutate({ stageIds: ids })).toMatchObject({ changeId: null });
});

test('a stage with deals is removed only when it is said where they go, in one change that can be taken back', async () => {
  const store = await makeStore();
  const { manager, ana, stages, deals } = store;
  await makeDeal(database.owner, store, { stage: 'Contacted' });
  store.clock.at = '2026-03-04T15:00:00.000Z';
  expect(await refusal(manager.stage.archive.mutate({ stageId: stages['New up'] }))).toMatchObject({
    reason: 'move_deals_required',
    message: 'There are 2 deals in New up. Say to which stage they go.',
  });
  const { changeId, movedDeals } = await manager.stage.archive.mutate({
    stageId: stages['New up'],
    moveDealsTo: stages.Contacted,
  });
  expect(movedDeals).toBe(2);
  expect(await names(store)).not.toContain('New up');
  expect(await ana.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({
    stageId: stages.Contacted,
    version: 2,
  });
  const [kept] =
    await database.owner`select seconds_in_stage from stage_transitions where deal_id = ${deals.ana.dealId}`;
  expect(kept?.seconds_in_stage).toBe(2 * 86_400);
  await manager.change.undo.mutate({ changeId });
  expect(await ana.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ stageId: stages['New up'] });
  expect((await names(store))[0]).toBe('New up');
});

test('deals go only to a stage of the same kind, and one of each kind stays', async () => {
  const { manager, stages } = await makeStore();
  expect(
    await refusal(manager.stage.archive.mutate({ stageId: stages['New up'], moveDealsTo: stages.Lost })),
  ).toMatchObject({ reason: 'other_kind' });
  expect(await refusal(manager.stage.archive.mutate({ stageId: stages.Lost }))).toMatchObject({
    reason: 'last_of_kind',
  });
  expect(await manager.stage.archive.mutate({ stageId: stages.Delivered })).toMatchObject({ movedDeals: 0 });
  expect(await refusal(manager.stage.archive.mutate({ stageId: stages.Sold }))).toMatchObject({
    reason: 'last_of_kind',
  });
});

test('a rep does not change the stages', async () => {
  const { ana, stages } = await makeStore();
  expect(await refusal(ana.stage.update.mutate({ stageId: stages.Lost, name: 'Gone' }))).toMatchObject({
    code: 'FORBIDDEN',
  });
});
