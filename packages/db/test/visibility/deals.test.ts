import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Scope, Tx } from '../../src/index.ts';
import { madeAt, makeActivity, makeDeal, makeMember, makeShare, makeWorkspace, testDatabase } from '../database.ts';
import { makeEverything } from '../isolation/everything.ts';
import { floor, own, sqlState } from '../scopes.ts';
import { eyes } from './eyes.ts';

const { db, owner } = await testDatabase();
const { count, seen, write, update, made } = eyes(db, owner);

const share = (scope: Scope, dealId: string, memberId: string) =>
  write(scope, (tx) =>
    tx.execute(sql`insert into deal_shares (workspace_id, deal_id, member_id, created_at)
      values (${scope.workspaceId}, ${dealId}, ${memberId}, ${madeAt})`),
  );

describe('a deal that is handed over', () => {
  test('is handed over by the rep who owns it, and seen by the new owner only', async () => {
    const { workspace, members, rep, other } = await made();
    const { dealId, contactId } = await makeDeal(owner, workspace);
    expect(await update(rep, 'deals', dealId, 'owner_id', members.otherRep)).toBe(1);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([false, true]);
    expect(await seen([rep, other], 'contacts', contactId)).toEqual([false, true]);
  });

  test('takes along everything that hangs on it', async () => {
    const { workspace, members, rep, other } = await made();
    const places = await makeEverything(owner, workspace, members.rep);
    const customers = ['companies', 'contacts', 'contact_keys'];
    const owned = ['tasks', 'questions', 'imports', 'exports', 'notices', 'invitations', 'api_keys'];
    const personal = [...customers, ...owned];
    const hanging = Object.entries(places).filter(([table]) => !personal.includes(table));
    expect(hanging.length).toBeGreaterThan(7);
    await update(rep, 'deals', String(places.deals?.value), 'owner_id', members.otherRep);
    for (const [table, { column, value }] of hanging) {
      expect([table, ...(await seen([rep, other], table, value, column))]).toEqual([table, false, true]);
    }
  });

  test('leaves the rep what is theirs: the customer they brought in and the task they have to do', async () => {
    const { workspace, members, rep } = await made();
    const places = await makeEverything(owner, workspace, members.rep);
    await update(rep, 'deals', String(places.deals?.value), 'owner_id', members.otherRep);
    for (const table of ['contacts', 'contact_keys', 'tasks']) {
      const place = places[table];
      expect([table, ...(await seen([rep], table, String(place?.value), place?.column))]).toEqual([table, true]);
    }
  });

  test('leaves the rep the record of having handed it over, whoever it is shared with later', async () => {
    const { workspace, workspaceId, members, rep } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const [earlier, handover] = [newId(), newId()];
    const record = (tx: Tx, id: string, seq: number) =>
      tx.execute(sql`insert into changes (workspace_id, id, seq, member_id, door, procedure, subject_type, subject_id,
          deal_id, summary, before, after, created_at)
        values (${workspaceId}, ${id}, ${seq}, ${members.rep}, 'web', 'deal.update', 'deal', ${dealId},
          ${dealId}, '…', '[]', '[]', ${madeAt})`);
    await write(rep, (tx) => record(tx, earlier, 1));
    await write(rep, async (tx) => {
      await tx.execute(
        sql`update deals set owner_id = ${members.otherRep} where workspace_id = ${workspaceId} and id = ${dealId}`,
      );
      return record(tx, handover, 2);
    });
    await makeShare(owner, workspaceId, dealId, members.readOnly);
    expect(await seen([rep], 'changes', earlier)).toEqual([false]);
    expect(await seen([rep], 'changes', handover)).toEqual([true]);
    expect(await count(own(workspaceId, members.readOnly), 'changes', dealId, 'deal_id')).toBe(2);
  });

  test('cannot be taken by a rep who does not see it', async () => {
    const { workspace, members, rep, other } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    expect(await update(other, 'deals', dealId, 'owner_id', members.otherRep)).toBe(0);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, false]);
  });

  test('is seen by the floor alone when nobody owns it', async () => {
    const { workspace, rep, all } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    await update(all, 'deals', dealId, 'owner_id', null);
    expect(await seen([rep, all], 'deals', dealId)).toEqual([false, true]);
  });
});

describe('a deal that is shared', () => {
  test('is seen by both viewers, with what hangs on it, until the share is taken back', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const { dealId, contactId } = await makeDeal(owner, workspace);
    const activityId = await makeActivity(owner, workspaceId, { dealId, contactId });
    const seenByBoth = async () => [
      await seen([rep, other], 'deals', dealId),
      await seen([rep, other], 'activities', activityId),
      await seen([rep, other], 'contacts', contactId),
    ];
    await share(rep, dealId, members.otherRep);
    expect((await seenByBoth()).flat()).toEqual([true, true, true, true, true, true]);
    await write(rep, (tx) =>
      tx.execute(sql`delete from deal_shares where workspace_id = ${workspaceId} and deal_id = ${dealId}`),
    );
    expect((await seenByBoth()).flat()).toEqual([true, false, true, false, true, false]);
  });

  test('stays shared when it is handed over', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const third = await makeMember(owner, workspaceId);
    const { dealId } = await makeDeal(owner, workspace);
    await makeShare(owner, workspaceId, dealId, members.otherRep);
    await update(rep, 'deals', dealId, 'owner_id', third);
    expect(await seen([rep, other, own(workspaceId, third)], 'deals', dealId)).toEqual([false, true, true]);
  });

  test('is not shared by a rep who does not see it, not even with themselves', async () => {
    const { workspace, members, other } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    expect(await sqlState(share(other, dealId, members.otherRep))).toBe('42501');
  });

  test('cannot be shared from another workspace, manager or not', async () => {
    const { workspace } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const there = await makeWorkspace(owner);
    expect(await sqlState(share(floor(there.workspaceId), dealId, there.members.rep))).toBe('23503');
  });
});

test('an activity on a deal one does not see is refused', async () => {
  const { workspace, workspaceId, members, other } = await made();
  const { dealId } = await makeDeal(owner, workspace);
  const log = write(other, (tx) =>
    tx.execute(sql`insert into activities (workspace_id, id, deal_id, member_id, kind, via, occurred_at, created_at)
      values (${workspaceId}, ${newId()}, ${dealId}, ${members.otherRep}, 'note', 'web', ${madeAt}, ${madeAt})`),
  );
  expect(await sqlState(log)).toBe('42501');
});
