import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { madeAt, makeDeal, makeMember, makeShare, testDatabase } from '../database.ts';
import { makeEverything } from '../isolation/everything.ts';
import { own, sqlState } from '../scopes.ts';
import { eyes } from './eyes.ts';

const { db, owner } = await testDatabase();
const { seen, update, write, made } = eyes(db, owner);

/** A dealership that shows reps what nobody has taken, with one such deal. */
async function withUnowned() {
  const store = await made();
  const rule = (visible: 'floor' | 'everyone') =>
    write(store.all, (tx) =>
      tx.execute(sql`update workspaces set unowned_visible = ${visible} where workspace_id = ${store.workspaceId}`),
    );
  await rule('everyone');
  return { ...store, rule, ...(await makeDeal(owner, store.workspace, { ownerId: null })) };
}

const column = (table: string) => (table === 'deals' || table === 'contacts' ? 'id' : 'deal_id');

describe('a deal that nobody owns', () => {
  test('is the floor’s alone until the dealership says otherwise, with everything that hangs on it', async () => {
    const { workspace, workspaceId, rep, other, all } = await made();
    const places = await makeEverything(owner, workspace, workspace.members.rep);
    const dealId = String(places.deals?.value);
    await update(all, 'deals', dealId, 'owner_id', null);
    expect(await seen([rep, other, all], 'deals', dealId)).toEqual([false, false, true]);
    await write(all, (tx) =>
      tx.execute(sql`update workspaces set unowned_visible = 'everyone' where workspace_id = ${workspaceId}`),
    );
    for (const table of ['deals', 'vehicles', 'trades', 'activities', 'appointments', 'visits'])
      expect([table, ...(await seen([rep, other], table, dealId, column(table)))]).toEqual([table, true, true]);
  });

  test('is hidden again when the rule changes back, and its customer with it', async () => {
    const { dealId, contactId, rep, all, rule } = await withUnowned();
    expect(await seen([rep], 'contacts', contactId)).toEqual([true]);
    await rule('floor');
    expect(await seen([rep, all], 'deals', dealId)).toEqual([false, true]);
    expect(await seen([rep, all], 'contacts', contactId)).toEqual([false, true]);
  });

  test('is seen by a rep who joins later, and by nobody else who does', async () => {
    const { dealId, workspaceId } = await withUnowned();
    const rep = own(workspaceId, await makeMember(owner, workspaceId));
    const reader = own(workspaceId, await makeMember(owner, workspaceId, { role: 'read_only' }));
    expect(await seen([rep, reader], 'deals', dealId)).toEqual([true, false]);
  });

  test('is lost to a rep who leaves or changes roles, and found by one who comes back', async () => {
    const { dealId, workspaceId, rep, other, all, members } = await withUnowned();
    const set = (active: boolean) =>
      write(all, (tx) =>
        tx.execute(
          sql`update members set active = ${active} where workspace_id = ${workspaceId} and id = ${members.rep}`,
        ),
      );
    await set(false);
    await update(all, 'members', members.otherRep, 'role', 'read_only');
    expect(await seen([rep, other], 'deals', dealId)).toEqual([false, false]);
    await set(true);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, false]);
  });

  test('is its owner’s alone once somebody takes it, and everybody’s when they leave it', async () => {
    const { dealId, contactId, rep, other, members } = await withUnowned();
    expect(await update(rep, 'deals', dealId, 'owner_id', members.rep)).toBe(1);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, false]);
    expect(await seen([rep, other], 'contacts', contactId)).toEqual([true, false]);
    expect(await update(rep, 'deals', dealId, 'owner_id', null)).toBe(1);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, true]);
  });

  test('stays with whom it is shared when the rule hides it from the others', async () => {
    const { dealId, workspaceId, members, rep, other, rule } = await withUnowned();
    await makeShare(owner, workspaceId, dealId, members.rep);
    await rule('floor');
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, false]);
  });

  test('made by a rep is seen by the others where the rule says so, and is refused where it does not', async () => {
    const { workspace, workspaceId, rep, other, rule, contactId } = await withUnowned();
    const id = crypto.randomUUID();
    const make = (number: number, dealId: string) =>
      write(rep, (tx) =>
        tx.execute(sql`insert into deals (workspace_id, id, number, title, contact_id, pipeline_id, stage_id, stage_since, created_at)
          values (${workspaceId}, ${dealId}, ${number}, 'Tahoe', ${contactId}, ${workspace.pipelineId},
            ${workspace.stages['New up']}, ${madeAt}, ${madeAt})`),
      );
    expect(await make(9_001, id)).toBe(1);
    expect(await seen([rep, other], 'deals', id)).toEqual([true, true]);
    await rule('floor');
    expect(await sqlState(make(9_002, crypto.randomUUID()))).toBe('42501');
  });

  test('of another dealership stays there, whatever either of them says', async () => {
    const [one, other] = [await withUnowned(), await withUnowned()];
    expect(await seen([one.rep, other.rep], 'deals', one.dealId)).toEqual([true, false]);
  });
});
