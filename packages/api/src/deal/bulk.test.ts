import { makeDeal } from '@beback/db/test';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';

const nowhere = '0197a000-0000-7000-8000-000000000000';

test('many deals are moved and handed over as one change, and taken back as one', async () => {
  const { manager, ana, members, stages, deals } = await makeStore();
  const dealIds = [deals.ana.dealId, deals.ben.dealId];
  const set = { stageId: stages['Write-up'], ownerId: members.rep, source: 'Phone' };
  const { changeId, changed, refused } = await manager.deal.bulk.mutate({ dealIds, set });
  expect({ changed, refused }).toEqual({ changed: 2, refused: [] });
  const read = () => Promise.all(dealIds.map((dealId) => manager.deal.get.query({ dealId })));
  for (const deal of await read()) expect(deal).toMatchObject({ ...set, probability: 65, version: 2 });

  const { items } = await manager.change.list.query({});
  expect(items.slice(0, 1)).toMatchObject([
    {
      summary: 'moved 2 deals to Write-up, handed them to Ana Rep, and set the source of them to Phone',
      undoable: true,
    },
  ]);
  expect((await ana.change.list.query({ dealId: deals.ben.dealId })).items).toMatchObject([
    { summary: 'moved to Write-up from New up, handed to Ana Rep, and set the source to Phone', undoable: false },
  ]);

  await manager.change.undo.mutate({ changeId: changeId ?? '' });
  expect(await read()).toMatchObject([
    { stageId: stages['New up'], ownerId: members.rep, source: null },
    { stageId: stages['New up'], ownerId: members.otherRep, source: null },
  ]);
  expect((await ana.change.list.query({ dealId: deals.ana.dealId })).items.map(({ summary }) => summary)).toEqual([
    expect.stringContaining('took back'),
    'moved to Write-up from New up and set the source to Phone',
  ]);
  const moves = await database.owner`select deal_id from stage_transitions where deal_id in ${database.owner(dealIds)}`;
  expect(moves).toHaveLength(4);
});

test('what somebody may not see or hand over is named and left', async () => {
  const store = await makeStore({ floorOpen: true });
  const { ana, members, deals } = store;
  const dealIds = [deals.ana.dealId, deals.ben.dealId, nowhere];
  expect(await ana.deal.bulk.mutate({ dealIds, set: { ownerId: members.manager } })).toMatchObject({
    changed: 1,
    refused: [
      { dealId: nowhere, reason: 'not_found' },
      { dealId: deals.ben.dealId, reason: 'not_yours' },
    ],
  });
});

test('a rep gives several deals away at once, although they no longer see them then', async () => {
  const store = await makeStore();
  const { ana, ben, members, stages, deals } = store;
  const { dealId } = await makeDeal(database.owner, store, { ownerId: members.rep });
  const dealIds = [deals.ana.dealId, dealId];
  const set = { ownerId: members.otherRep, stageId: stages.Contacted };
  expect(await ana.deal.bulk.mutate({ dealIds, set })).toMatchObject({ changed: 2 });
  expect(await refusal(ana.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ben.deal.get.query({ dealId })).toMatchObject({ stageId: stages.Contacted });
});

test('many deals are lost with a reason only, and nothing is half done', async () => {
  const { manager, stages, deals } = await makeStore();
  const dealIds = [deals.ana.dealId, deals.ben.dealId];
  const lose = (more: { lostReason?: string }) =>
    manager.deal.bulk.mutate({ dealIds, set: { stageId: stages.Lost, ...more } });
  expect(await refusal(lose({}))).toMatchObject({ reason: 'lost_reason_required' });
  expect(await refusal(lose({ lostReason: 'nonsense' }))).toMatchObject({ reason: 'unknown_lost_reason' });
  expect(await manager.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ version: 1 });
  expect(await lose({ lostReason: 'timing' })).toMatchObject({ changed: 2 });
  expect(await lose({ lostReason: 'timing' })).toEqual({ changeId: null, changed: 0, refused: [] });
});

test('what a deal earned is said when it is sold, by its owner or a manager, and told in the history', async () => {
  const { ana, ben, manager, stages, deals } = await makeStore({ floorOpen: true });
  const { dealId } = deals.ana;
  const gross = { frontGrossCents: -20_000, backGrossCents: 110_000 };
  expect(await refusal(ben.deal.update.mutate({ dealId, ...gross }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(ben.deal.move.mutate({ dealId, stageId: stages.Sold, ...gross }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  await ana.deal.move.mutate({ dealId, stageId: stages.Sold, ...gross });
  await ana.deal.move.mutate({ dealId, stageId: stages.Delivered });
  expect(await manager.deal.get.query({ dealId })).toMatchObject({ ...gross, deliveredOn: '2026-03-02' });
  await manager.deal.update.mutate({ dealId, frontGrossCents: 150_000, backGrossCents: null });
  expect((await manager.change.list.query({ dealId })).items[0]).toMatchObject({
    summary: 'set the front gross to $1,500 and removed the back gross',
  });
});
