import { makeContact, makeMember, makeShare, makeTask } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { apiFor, database, makeStore, refusal, type Store } from '../../test/harness.ts';

const gone = { code: 'FORBIDDEN', reason: 'no_workspace' };

async function secondOwner({ workspaceId, services }: Store) {
  const email = `${workspaceId}-second@people.example`;
  const memberId = await makeMember(database.owner, workspaceId, { role: 'owner', email, name: 'Omar Owner' });
  return { memberId, api: apiFor(services, { email, workspaceId }) };
}

const ownersOf = async ({ workspaceId }: Store) =>
  (await database.owner`select id from members where workspace_id = ${workspaceId} and role = 'owner' and active`)
    .length;

describe('the last owner', () => {
  test('cannot be demoted, be removed or leave', async () => {
    const { boss, members } = await makeStore();
    const { owner: memberId } = members;
    expect(await refusal(boss.member.setRole.mutate({ memberId, role: 'rep' }))).toMatchObject({
      reason: 'last_owner',
    });
    expect(await refusal(boss.member.remove.mutate({ memberId }))).toMatchObject({ reason: 'last_owner' });
    expect(await refusal(boss.member.leave.mutate())).toMatchObject({ reason: 'last_owner' });
  });

  test.each(['setRole', 'remove', 'leave'] as const)(
    'stays when two owners act against each other at the same moment: %s',
    async (what) => {
      for (let round = 0; round < 5; round += 1) {
        const store = await makeStore();
        const other = await secondOwner(store);
        const against = (api: Store['boss'], memberId: string): Promise<unknown> => {
          if (what === 'leave') return api.member.leave.mutate();
          return what === 'remove'
            ? api.member.remove.mutate({ memberId })
            : api.member.setRole.mutate({ memberId, role: 'rep' });
        };
        const refused = await Promise.all([
          refusal(against(store.boss, other.memberId)),
          refusal(against(other.api, store.members.owner)),
        ]);
        expect(refused.filter((one) => one === null)).toHaveLength(1);
        expect(await ownersOf(store)).toBe(1);
        expect(store.faults).toEqual([]);
      }
    },
  );

  test('is still there when each makes the other a manager and gives the dealership away at once', async () => {
    const store = await makeStore();
    const other = await secondOwner(store);
    await Promise.all([
      refusal(store.boss.member.handOverOwnership.mutate({ memberId: store.members.manager })),
      refusal(other.api.member.setRole.mutate({ memberId: store.members.owner, role: 'manager' })),
      refusal(store.boss.member.setRole.mutate({ memberId: other.memberId, role: 'rep' })),
    ]);
    expect(await ownersOf(store)).toBeGreaterThan(0);
  });
});

describe('ownership', () => {
  test('is handed over to one member, and is not the giver’s to take back', async () => {
    const { boss, manager, members } = await makeStore();
    const { changeId, role } = await boss.member.handOverOwnership.mutate({ memberId: members.manager });
    expect(role).toBe('owner');
    expect(await boss.member.me.query()).toMatchObject({ role: 'manager' });
    expect(await manager.member.me.query()).toMatchObject({ role: 'owner' });
    expect(await refusal(boss.change.undo.mutate({ changeId }))).toMatchObject({ reason: 'not_undoable' });
    expect(await refusal(boss.member.handOverOwnership.mutate({ memberId: members.rep }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('goes to nobody who has left', async () => {
    const { boss, members, deals } = await makeStore();
    await boss.member.remove.mutate({ memberId: members.rep, handOverTo: members.otherRep });
    expect(await refusal(boss.member.handOverOwnership.mutate({ memberId: members.rep }))).toMatchObject({
      reason: 'member_inactive',
    });
    expect(await boss.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: members.otherRep });
  });

  test('that was lost takes along the right to undo what an owner did', async () => {
    const { boss, as, members } = await makeStore();
    const floor = await boss.workspace.update.mutate({ floorOpen: true });
    const made = await boss.member.setRole.mutate({ memberId: members.manager, role: 'owner' });
    await as(members.manager).member.setRole.mutate({ memberId: members.owner, role: 'manager' });
    for (const changeId of [floor.changeId, made.changeId ?? ''])
      expect(await refusal(boss.change.undo.mutate({ changeId }))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('who leaves', () => {
  test('hands over open deals and tasks, and calls no more', async () => {
    const { manager, ana, ben, members, deals, workspaceId } = await makeStore();
    await makeTask(database.owner, workspaceId, { ...deals.ana, memberId: members.rep, title: 'Call back' });
    expect(await manager.member.inHand.query({ memberId: members.rep })).toMatchObject({ deals: 1, tasks: 1 });
    expect(await refusal(manager.member.remove.mutate({ memberId: members.rep }))).toMatchObject({
      reason: 'hand_over_required',
      message: 'Ana Rep still has 1 open deal and 1 open task. Say who takes over.',
    });
    const { changeId, active } = await manager.member.remove.mutate({
      memberId: members.rep,
      handOverTo: members.otherRep,
    });
    expect(active).toBe(false);
    expect(await refusal(ana.member.me.query())).toMatchObject(gone);
    expect((await ben.task.list.query()).items).toMatchObject([{ title: 'Call back', contactName: 'Maria Lopez' }]);
    expect(await ben.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: members.otherRep });
    expect((await manager.change.list.query()).items[0]).toMatchObject({
      summary: 'removed Ana Rep; 1 open deal and 1 open task went to Ben Rep',
    });
    await manager.change.undo.mutate({ changeId });
    expect(await ana.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: members.rep });
  });

  test('hands over coming appointments and customers without a deal, too', async () => {
    const { manager, ana, ben, members, deals, workspaceId } = await makeStore();
    await ana.appointment.create.mutate({ dealId: deals.ana.dealId, startsAt: '2026-03-06T21:00:00Z' });
    const contactId = await makeContact(database.owner, workspaceId, { name: 'Pia Prospect', ownerId: members.rep });
    expect(await manager.member.inHand.query({ memberId: members.rep })).toEqual({
      deals: 1,
      tasks: 0,
      appointments: 1,
      customers: 1,
    });
    await manager.member.remove.mutate({ memberId: members.rep, handOverTo: members.otherRep });
    expect(await ben.contact.get.query({ contactId })).toMatchObject({ ownerId: members.otherRep });
    expect((await ben.appointment.list.query({ dealId: deals.ana.dealId })).items).toMatchObject([
      { memberId: members.otherRep },
    ]);
  });

  test('keeps what they did under their name, and stays in the list as a former member', async () => {
    const { manager, ana, members, deals } = await makeStore();
    await ana.activity.log.mutate({ dealId: deals.ana.dealId, kind: 'call', outcome: 'reached' });
    await manager.member.remove.mutate({ memberId: members.rep, handOverTo: members.otherRep });
    expect((await manager.activity.list.query({ dealId: deals.ana.dealId })).items).toMatchObject([
      { memberId: members.rep, memberName: 'Ana Rep' },
    ]);
    const listed = (await manager.member.list.query()).items.find(({ memberId }) => memberId === members.rep);
    expect(listed).toMatchObject({ name: 'Ana Rep', active: false });
  });

  test('loses the deals they were shown and the keys that act as them', async () => {
    const { manager, boss, members, deals, workspaceId } = await makeStore();
    const { owner } = database;
    await makeShare(owner, workspaceId, deals.ana.dealId, members.otherRep);
    await boss.key.create.mutate({ name: 'Website', scope: 'write', memberId: members.otherRep });
    await manager.member.remove.mutate({ memberId: members.otherRep, handOverTo: members.rep });
    expect(await owner`select 1 from deal_shares where workspace_id = ${workspaceId}`).toHaveLength(0);
    expect(await owner`select 1 from key_directory where workspace_id = ${workspaceId}`).toHaveLength(0);
    expect((await manager.deal.get.query({ dealId: deals.ana.dealId })).visibleTo).toMatchObject([{ name: 'Ana Rep' }]);
  });

  test('of their own accord gives back what is open to the desk, whatever their role', async () => {
    const { manager, ana, reader, deals, members } = await makeStore();
    expect(await ana.member.leave.mutate()).toMatchObject({ memberId: members.rep, active: false });
    expect(await refusal(ana.deal.board.query())).toMatchObject(gone);
    expect(await manager.deal.get.query({ dealId: deals.ana.dealId })).toMatchObject({ ownerId: null, visibleTo: [] });
    expect((await manager.change.list.query()).items[0]).toMatchObject({
      memberId: members.rep,
      summary: 'left; 1 open deal went back to the desk',
    });
    expect(await reader.member.leave.mutate()).toMatchObject({ active: false });
  });

  test('is nobody’s to hand things to, nor is who only looks on', async () => {
    const { manager, members } = await makeStore();
    for (const [handOverTo, reason] of [
      [members.rep, 'hand_over_to_self'],
      [members.readOnly, 'member_read_only'],
    ] as const)
      expect(await refusal(manager.member.remove.mutate({ memberId: members.rep, handOverTo }))).toMatchObject({
        reason,
      });
  });
});
