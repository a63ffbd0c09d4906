import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';

const stageOf = async (store: Store) =>
  (await store.manager.deal.get.query({ dealId: store.deals.ana.dealId })).stageId;
const move = (store: Store, stage: keyof Store['stages'], who = store.ana) =>
  who.deal.move.mutate({ dealId: store.deals.ana.dealId, stageId: store.stages[stage] });
const undo = (store: Store, changeId: string | null, who = store.ana) =>
  who.change.undo.mutate({ changeId: changeId ?? '' });

describe('the record of changes', () => {
  test('says who moved a deal, when, from where to where, and through which door', async () => {
    const store = await makeStore();
    const slack = store.as(store.members.manager, { door: 'slack' });
    const { changeId } = await move(store, 'Write-up', slack);
    const { items } = await store.ana.change.list.query({ dealId: store.deals.ana.dealId });
    expect(items).toMatchObject([
      {
        changeId,
        seq: 1,
        at: store.clock.at,
        procedure: 'deal.move',
        door: 'slack',
        memberId: store.members.manager,
        memberName: 'Max Manager',
        summary: 'moved to Write-up from New up',
        fromStage: { name: 'New up' },
        toStage: { name: 'Write-up' },
        undone: false,
      },
    ]);
  });

  test('offers undo only to who made the change', async () => {
    const store = await makeStore();
    await move(store, 'Showed');
    const of = async (who: Store['ana']) =>
      (await who.change.list.query({ dealId: store.deals.ana.dealId })).items[0]?.undoable;
    expect([await of(store.ana), await of(store.manager)]).toEqual([true, false]);
  });

  test('is paged, newest first, without a gap', async () => {
    const store = await makeStore();
    for (const stage of ['Contacted', 'Showed', 'Demo drive', 'Write-up', 'F&I'] as const) await move(store, stage);
    const first = await store.ana.change.list.query({ limit: 3 });
    const second = await store.ana.change.list.query({ limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((item) => item.seq)).toEqual([5, 4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  test('cannot be altered by the server’s login', async () => {
    const store = await makeStore();
    await move(store, 'Showed');
    const scope = { workspaceId: store.workspaceId, memberId: null, sees: 'floor' as const };
    for (const statement of ["update changes set summary = ''", 'delete from changes']) {
      await expect(database.db.tenant(scope, (tx) => tx.execute(statement))).rejects.toMatchObject({
        cause: { code: '42501' },
      });
    }
  });
});

describe('undo', () => {
  test('puts the deal back with a reversing change; nothing is erased', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    const undone = await undo(store, changeId);
    expect(await stageOf(store)).toBe(store.stages['New up']);
    const { items } = await store.ana.change.list.query({ dealId: store.deals.ana.dealId });
    expect(items).toMatchObject([
      { changeId: undone.changeId, reverts: changeId, undoable: false },
      { changeId, undone: true, undoable: false },
    ]);
  });

  test('works once', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    await undo(store, changeId);
    expect(await refusal(undo(store, changeId))).toMatchObject({ code: 'CONFLICT', reason: 'already_undone' });
  });

  test('works once when it is asked for twice at the same moment', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    const answers = await Promise.all([refusal(undo(store, changeId)), refusal(undo(store, changeId))]);
    expect(answers.filter((answer) => answer === null)).toHaveLength(1);
    expect(await stageOf(store)).toBe(store.stages['New up']);
  });

  test('is refused to anybody else, and to who cannot see the deal it does not exist', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    expect(await refusal(undo(store, changeId, store.manager))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(undo(store, changeId, store.ben))).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('is refused when somebody changed it since', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    await move(store, 'F&I', store.manager);
    expect(await refusal(undo(store, changeId))).toMatchObject({ code: 'CONFLICT', reason: 'changed_since' });
    expect(await stageOf(store)).toBe(store.stages['F&I']);
  });

  test('is refused after a day', async () => {
    const store = await makeStore();
    const { changeId } = await move(store, 'Write-up');
    store.clock.at = '2026-03-03T15:00:01.000Z';
    expect(await refusal(undo(store, changeId))).toMatchObject({ code: 'CONFLICT', reason: 'not_undoable' });
  });

  test('takes back what was new by putting it away', async () => {
    const store = await makeStore();
    const { dealId } = store.deals.ana;
    const call = await store.ana.activity.log.mutate({ dealId, kind: 'call', minutes: 8 });
    await undo(store, call.changeId);
    expect((await store.ana.activity.list.query({ dealId })).items).toEqual([]);
    const [row] = await database.owner`select archived_at from activities where id = ${call.activityId}`;
    expect(row?.archived_at).not.toBeNull();
  });

  test('brings a lost deal back with the reason gone', async () => {
    const store = await makeStore();
    const lost = { dealId: store.deals.ana.dealId, stageId: store.stages.Lost, lostReason: 'timing' as const };
    const { changeId } = await store.ana.deal.move.mutate(lost);
    await undo(store, changeId);
    const deal = await store.ana.deal.get.query({ dealId: lost.dealId });
    expect(deal).toMatchObject({ stageId: store.stages['New up'], lostReason: null, closedAt: null });
  });

  test('of the latest does not reach further back when said twice', async () => {
    const store = await makeStore();
    await move(store, 'Contacted');
    await move(store, 'Showed');
    await store.ana.change.undoLatest.mutate();
    expect(await refusal(store.ana.change.undoLatest.mutate())).toMatchObject({ reason: 'already_undone' });
    expect(await stageOf(store)).toBe(store.stages.Contacted);
  });
});
