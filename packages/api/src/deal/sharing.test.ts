import { makeDeal, makeMember } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { apiFor, database, makeStore, refusal, type Store } from '../../test/harness.ts';

const gone = { code: 'NOT_FOUND' };
const summaries = async (store: Store, dealId: string) =>
  (await store.manager.change.list.query({ dealId })).items.map((item) => item.summary);

describe('a shared deal', () => {
  test('is seen by the rep it is shared with, says so, and until it is not shared any more', async () => {
    const store = await makeStore();
    const { manager, ana, ben, members } = store;
    const { dealId } = store.deals.ana;
    const share = { dealId, memberId: members.otherRep };
    expect(await manager.deal.share.mutate(share)).toMatchObject({
      shares: [{ memberId: members.otherRep, name: 'Ben Rep', initials: 'BR', creditPercent: 0 }],
      visibleTo: [{ name: 'Ana Rep' }, { name: 'Ben Rep' }],
    });
    expect(await ben.deal.get.query({ dealId })).toMatchObject({ contactName: 'Maria Lopez', ownerId: members.rep });
    expect((await ben.contact.search.query({ query: 'lopez' })).items).toHaveLength(1);
    expect((await ana.deal.get.query({ dealId })).shares).toMatchObject([{ name: 'Ben Rep' }]);
    expect(await manager.deal.unshare.mutate(share)).toMatchObject({ shares: [], visibleTo: [{ name: 'Ana Rep' }] });
    expect(await refusal(ben.deal.get.query({ dealId }))).toMatchObject(gone);
    expect((await ben.contact.search.query({ query: 'lopez' })).items).toEqual([]);
    expect(await summaries(store, dealId)).toEqual(['no longer shared with Ben Rep', 'shared with Ben Rep']);
  });

  test('can be split: the owner keeps what is left, and there is never more than the whole', async () => {
    const store = await makeStore();
    const { manager, members } = store;
    const { dealId } = store.deals.ana;
    const third = await makeMember(database.owner, store.workspaceId, { name: 'Cory Rep' });
    const split = (memberId: string, creditPercent: number) =>
      manager.deal.share.mutate({ dealId, memberId, creditPercent });
    await split(members.otherRep, 50);
    expect(await split(members.otherRep, 50)).toMatchObject({ changeId: null });
    expect(await refusal(split(third, 50))).toMatchObject({
      reason: 'too_much_credit',
      message: 'At most 49% of this deal is left to give; its owner keeps the rest.',
    });
    expect((await split(third, 49)).shares).toMatchObject([{ creditPercent: 50 }, { creditPercent: 49 }]);
    expect((await split(members.otherRep, 25)).shares).toMatchObject([{ creditPercent: 25 }, { creditPercent: 49 }]);
    expect(await summaries(store, dealId)).toContain('split with Ben Rep: 50% is theirs');
  });

  test('split twice at the same moment is not given away twice', async () => {
    const { manager, boss, deals, members, workspaceId, faults } = await makeStore();
    const third = await makeMember(database.owner, workspaceId);
    const { dealId } = deals.ana;
    const refused = await Promise.all([
      refusal(manager.deal.share.mutate({ dealId, memberId: members.otherRep, creditPercent: 60 })),
      refusal(boss.deal.share.mutate({ dealId, memberId: third, creditPercent: 60 })),
    ]);
    expect(refused.filter((one) => one === null)).toHaveLength(1);
    expect(faults).toEqual([]);
  });

  test('is taken back by undo, and given again', async () => {
    const { manager, ben, deals, members } = await makeStore();
    const { dealId } = deals.ana;
    const shared = await manager.deal.share.mutate({ dealId, memberId: members.otherRep, creditPercent: 50 });
    await manager.change.undo.mutate({ changeId: shared.changeId ?? '' });
    expect(await refusal(ben.deal.get.query({ dealId }))).toMatchObject(gone);
    await manager.deal.share.mutate({ dealId, memberId: members.otherRep, creditPercent: 40 });
    const ended = await manager.deal.unshare.mutate({ dealId, memberId: members.otherRep });
    await manager.change.undo.mutate({ changeId: ended.changeId ?? '' });
    expect((await ben.deal.get.query({ dealId })).shares).toMatchObject([{ creditPercent: 40 }]);
  });

  test.each([
    ['the owner of the deal', 'rep', 'is_owner'],
    ['a manager', 'manager', 'sees_everything'],
    ['who only looks on', 'readOnly', 'member_read_only'],
  ] as const)('is not shared with %s', async (_who, who, reason) => {
    const { manager, deals, members } = await makeStore();
    const share = manager.deal.share.mutate({ dealId: deals.ana.dealId, memberId: members[who] });
    expect(await refusal(share)).toMatchObject({ reason });
  });

  test('is shared by managers only, and by nobody from elsewhere', async () => {
    const [{ ana, manager, deals, members }, elsewhere] = [await makeStore(), await makeStore()];
    const share = { dealId: deals.ana.dealId, memberId: members.otherRep };
    expect(await refusal(ana.deal.share.mutate(share))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(elsewhere.boss.deal.share.mutate(share))).toMatchObject(gone);
    const stranger = { ...share, memberId: elsewhere.members.rep };
    expect(await refusal(manager.deal.share.mutate(stranger))).toMatchObject(gone);
  });
});

describe('a deal nobody has taken', () => {
  async function unowned(visible: 'floor' | 'everyone' = 'everyone') {
    const store = await makeStore();
    if (visible === 'everyone') await store.boss.workspace.update.mutate({ unownedVisible: visible });
    return { store, ...(await makeDeal(database.owner, store, { ownerId: null })) };
  }

  test('says who sees it, as the dealership wants it', async () => {
    const { store, dealId } = await unowned('floor');
    expect(await store.manager.deal.get.query({ dealId })).toMatchObject({ visibleTo: [], seenByFloor: true });
    await store.boss.workspace.update.mutate({ unownedVisible: 'everyone' });
    expect((await store.ana.deal.get.query({ dealId })).visibleTo.map(({ name }) => name)).toEqual([
      'Ana Rep',
      'Ben Rep',
    ]);
  });

  test('is taken by one of two who are equally fast; the other is told, and sees it no more', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { store, dealId } = await unowned();
      const both = [store.ana, store.ben];
      const refused = await Promise.all(both.map((rep) => refusal(rep.deal.claim.mutate({ dealId }))));
      expect(refused.filter((one) => one === null)).toHaveLength(1);
      expect(['CONFLICT', 'NOT_FOUND']).toContain(refused.find((one) => one !== null)?.code);
      const late = both[refused.findIndex((one) => one !== null)];
      if (late) expect(await refusal(late.deal.claim.mutate({ dealId }))).toMatchObject(gone);
      expect(store.faults).toEqual([]);
    }
  });

  test('is not taken by who does not see it, nor from somebody', async () => {
    const { store, dealId } = await unowned('floor');
    expect(await refusal(store.ana.deal.claim.mutate({ dealId }))).toMatchObject(gone);
    const taken = store.manager.deal.claim.mutate({ dealId: store.deals.ana.dealId });
    expect(await refusal(taken)).toMatchObject({
      reason: 'already_taken',
      message: 'Ana Rep was faster: the deal is taken.',
    });
  });

  test('goes back to nobody when who took it takes that back', async () => {
    const { store, dealId } = await unowned();
    const { changeId, ownerId } = await store.ana.deal.claim.mutate({ dealId });
    expect(ownerId).toBe(store.members.rep);
    expect(await refusal(store.ben.deal.get.query({ dealId }))).toMatchObject(gone);
    await store.ana.change.undo.mutate({ changeId: changeId ?? '' });
    expect(await store.ben.deal.get.query({ dealId })).toMatchObject({ ownerId: null });
  });

  test('is seen by who joins as a rep, and no more by who is one no longer', async () => {
    const { store, dealId } = await unowned();
    const email = `${store.workspaceId}-new@people.example`;
    const memberId = await makeMember(database.owner, store.workspaceId, { email });
    const newcomer = apiFor(store.services, { email, workspaceId: store.workspaceId });
    expect(await newcomer.deal.get.query({ dealId })).toMatchObject({ dealId });
    await store.manager.member.remove.mutate({ memberId });
    expect((await store.manager.deal.get.query({ dealId })).visibleTo.map(({ memberId: id }) => id)).not.toContain(
      memberId,
    );
  });

  test('is made, and left to nobody, by managers only, whatever reps see', async () => {
    const { store } = await unowned();
    await store.boss.workspace.update.mutate({ floorOpen: true });
    const contact = { name: 'New Lead' };
    expect(await refusal(store.ana.deal.create.mutate({ contact, ownerId: null }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    const left = store.ana.deal.update.mutate({ dealId: store.deals.ana.dealId, ownerId: null });
    expect(await refusal(left)).toMatchObject({ code: 'FORBIDDEN' });
    expect(await store.manager.deal.create.mutate({ contact, ownerId: null })).toMatchObject({ ownerId: null });
  });
});
