import { sql } from 'drizzle-orm';
import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Scope, Tx } from '../src/index.ts';
import {
  madeAt,
  makeActivity,
  makeCompany,
  makeContact,
  makeDeal,
  makeMember,
  makeShare,
  makeTask,
  makeWorkspace,
  testDatabase,
} from './database.ts';
import { makeEverything } from './isolation/everything.ts';
import { floor, own, sqlState } from './scopes.ts';

const { db, owner } = await testDatabase();

const count = async (scope: Scope, table: string, column: string, value: string): Promise<number> => {
  const rows = await db.tenant(scope, (tx) =>
    tx.execute(
      sql`select 1 from ${sql.identifier(table)} where workspace_id = ${scope.workspaceId} and ${sql.identifier(column)} = ${value}`,
    ),
  );
  return rows.length;
};
const sees = async (scope: Scope, table: string, id: string, column = 'id') =>
  (await count(scope, table, column, id)) > 0;
const write = (scope: Scope, statement: (tx: Tx) => Promise<{ count: number }>) =>
  db.tenant(scope, async (tx) => (await statement(tx)).count);
const handOver = (scope: Scope, dealId: string, to: string | null) =>
  write(scope, (tx) =>
    tx.execute(sql`update deals set owner_id = ${to} where workspace_id = ${scope.workspaceId} and id = ${dealId}`),
  );

async function made() {
  const workspace = await makeWorkspace(owner);
  const { workspaceId, members } = workspace;
  return {
    workspace,
    workspaceId,
    members,
    rep: own(workspaceId, members.rep),
    other: own(workspaceId, members.otherRep),
  };
}

describe('a deal that is handed over', () => {
  test('is handed over by the rep who owns it, and seen by the new owner only', async () => {
    const { workspace, members, rep, other } = await made();
    const { dealId, contactId } = await makeDeal(owner, workspace);
    expect(await handOver(rep, dealId, members.otherRep)).toBe(1);
    expect([await sees(rep, 'deals', dealId), await sees(other, 'deals', dealId)]).toEqual([false, true]);
    expect([await sees(rep, 'contacts', contactId), await sees(other, 'contacts', contactId)]).toEqual([false, true]);
  });

  test('takes along everything that hangs on it', async () => {
    const { workspace, members, rep, other } = await made();
    const places = await makeEverything(owner, workspace, members.rep);
    const personal = ['companies', 'contacts', 'contact_keys', 'tasks', 'questions', 'imports', 'exports'];
    const hanging = Object.entries(places).filter(([table]) => !personal.includes(table));
    expect(hanging.length).toBeGreaterThan(7);
    await handOver(rep, String(places.deals?.value), members.otherRep);
    for (const [table, { column, value }] of hanging) {
      expect([table, await sees(rep, table, value, column), await sees(other, table, value, column)]).toEqual([
        table,
        false,
        true,
      ]);
    }
  });

  test('leaves the rep what is theirs: the customer they brought in and the task they have to do', async () => {
    const { workspace, members, rep } = await made();
    const places = await makeEverything(owner, workspace, members.rep);
    await handOver(rep, String(places.deals?.value), members.otherRep);
    for (const table of ['contacts', 'contact_keys', 'tasks']) {
      const place = places[table];
      expect([table, await sees(rep, table, String(place?.value), place?.column)]).toEqual([table, true]);
    }
  });

  test('leaves the rep the record of having handed it over, whoever it is shared with later', async () => {
    const { workspace, workspaceId, members, rep } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const [earlier, handover] = [newId(), newId()];
    const record = (tx: Tx, id: string, seq: number) =>
      tx.execute(sql`insert into changes (workspace_id, id, seq, member_id, door, procedure, subject_type, subject_id, deal_id, summary, before, after, created_at)
        values (${workspaceId}, ${id}, ${seq}, ${members.rep}, 'web', 'deal.update', 'deal', ${dealId}, ${dealId}, '…', '[]', '[]', ${madeAt})`);
    await write(rep, (tx) => record(tx, earlier, 1));
    await db.tenant(rep, async (tx) => {
      await tx.execute(
        sql`update deals set owner_id = ${members.otherRep} where workspace_id = ${workspaceId} and id = ${dealId}`,
      );
      await record(tx, handover, 2);
    });
    await makeShare(owner, workspaceId, dealId, members.readOnly);
    expect([await sees(rep, 'changes', earlier), await sees(rep, 'changes', handover)]).toEqual([false, true]);
    expect(await count(own(workspaceId, members.readOnly), 'changes', 'deal_id', dealId)).toBe(2);
  });

  test('cannot be taken by a rep who does not see it', async () => {
    const { workspace, members, other, rep } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    expect(await handOver(other, dealId, members.otherRep)).toBe(0);
    expect(await sees(rep, 'deals', dealId)).toBe(true);
  });

  test('is seen by the floor alone when nobody owns it', async () => {
    const { workspace, workspaceId, rep } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    await handOver(floor(workspaceId), dealId, null);
    expect([await sees(rep, 'deals', dealId), await sees(floor(workspaceId), 'deals', dealId)]).toEqual([false, true]);
  });
});

describe('a deal that is shared', () => {
  test('is seen by both viewers, with what hangs on it, until the share is taken back', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const { dealId, contactId } = await makeDeal(owner, workspace);
    const activityId = await makeActivity(owner, workspaceId, { dealId, contactId });
    await write(rep, (tx) =>
      tx.execute(
        sql`insert into deal_shares (workspace_id, deal_id, member_id, created_at) values (${workspaceId}, ${dealId}, ${members.otherRep}, ${madeAt})`,
      ),
    );
    for (const scope of [rep, other]) {
      expect([
        await sees(scope, 'deals', dealId),
        await sees(scope, 'activities', activityId),
        await sees(scope, 'contacts', contactId),
      ]).toEqual([true, true, true]);
    }
    await write(rep, (tx) =>
      tx.execute(sql`delete from deal_shares where workspace_id = ${workspaceId} and deal_id = ${dealId}`),
    );
    expect([
      await sees(other, 'deals', dealId),
      await sees(other, 'activities', activityId),
      await sees(other, 'contacts', contactId),
    ]).toEqual([false, false, false]);
    expect(await sees(rep, 'deals', dealId)).toBe(true);
  });

  test('stays shared when it is handed over', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const third = await makeMember(owner, workspaceId);
    const { dealId } = await makeDeal(owner, workspace);
    await makeShare(owner, workspaceId, dealId, members.otherRep);
    await handOver(rep, dealId, third);
    expect([
      await sees(rep, 'deals', dealId),
      await sees(other, 'deals', dealId),
      await sees(own(workspaceId, third), 'deals', dealId),
    ]).toEqual([false, true, true]);
  });

  test('is not shared by a rep who does not see it, not even with themselves', async () => {
    const { workspace, workspaceId, members, other } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const share = write(other, (tx) =>
      tx.execute(
        sql`insert into deal_shares (workspace_id, deal_id, member_id, created_at) values (${workspaceId}, ${dealId}, ${members.otherRep}, ${madeAt})`,
      ),
    );
    expect(await sqlState(share)).toBe('42501');
  });

  test('of another workspace cannot be shared by a manager', async () => {
    const { workspace } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const there = await makeWorkspace(owner);
    const share = write(floor(there.workspaceId), (tx) =>
      tx.execute(
        sql`insert into deal_shares (workspace_id, deal_id, member_id, created_at) values (${there.workspaceId}, ${dealId}, ${there.members.rep}, ${madeAt})`,
      ),
    );
    expect(await sqlState(share)).toBe('23503');
  });
});

describe('a customer', () => {
  test('is seen by who brought it in and by everybody who sees any of its deals', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const contactId = await makeContact(owner, workspaceId, { ownerId: members.rep, phone: '+12145550199' });
    expect([await sees(rep, 'contacts', contactId), await sees(other, 'contacts', contactId)]).toEqual([true, false]);
    await makeDeal(owner, workspace, { contactId, ownerId: members.otherRep });
    expect([await sees(rep, 'contacts', contactId), await sees(other, 'contacts', contactId)]).toEqual([true, true]);
    expect([
      await sees(rep, 'contact_keys', contactId, 'contact_id'),
      await sees(other, 'contact_keys', contactId, 'contact_id'),
    ]).toEqual([true, true]);
  });

  test('is no longer seen through a deal that was put away or moved to somebody else', async () => {
    const { workspace, workspaceId, members, rep } = await made();
    const [first, second] = [await makeContact(owner, workspaceId), await makeContact(owner, workspaceId)];
    const { dealId } = await makeDeal(owner, workspace, { contactId: first, ownerId: members.rep });
    await write(rep, (tx) =>
      tx.execute(sql`update deals set contact_id = ${second} where workspace_id = ${workspaceId} and id = ${dealId}`),
    );
    expect([await sees(rep, 'contacts', first), await sees(rep, 'contacts', second)]).toEqual([false, true]);
    await write(rep, (tx) =>
      tx.execute(sql`update deals set archived_at = ${madeAt} where workspace_id = ${workspaceId} and id = ${dealId}`),
    );
    expect([await sees(rep, 'contacts', second), await sees(rep, 'deals', dealId)]).toEqual([false, true]);
  });

  test('can be handed over by the rep who brought it in, with what hangs on it alone', async () => {
    const { workspaceId, members, rep, other } = await made();
    const contactId = await makeContact(owner, workspaceId, { ownerId: members.rep });
    const activityId = await makeActivity(owner, workspaceId, { contactId });
    const taskId = await makeTask(owner, workspaceId, { contactId });
    const appointment = {
      workspace_id: workspaceId,
      id: newId(),
      contact_id: contactId,
      starts_at: madeAt,
      created_at: madeAt,
    };
    await owner`insert into appointments ${owner(appointment)}`;
    const seen = async (scope: Scope) => [
      await sees(scope, 'contacts', contactId),
      await sees(scope, 'activities', activityId),
      await sees(scope, 'tasks', taskId),
      await sees(scope, 'appointments', appointment.id),
    ];
    expect(await seen(rep)).toEqual([true, true, true, true]);
    await write(rep, (tx) =>
      tx.execute(
        sql`update contacts set owner_id = ${members.otherRep} where workspace_id = ${workspaceId} and id = ${contactId}`,
      ),
    );
    expect(await seen(rep)).toEqual([false, false, false, false]);
    expect(await seen(other)).toEqual([true, true, true, true]);
  });
});

describe('a company', () => {
  test('is seen by its owner and by everybody who sees one of its people', async () => {
    const { workspaceId, members, rep, other } = await made();
    const companyId = await makeCompany(owner, workspaceId, { ownerId: members.rep });
    expect([await sees(rep, 'companies', companyId), await sees(other, 'companies', companyId)]).toEqual([true, false]);
    const contactId = await makeContact(owner, workspaceId, { companyId, ownerId: members.otherRep });
    expect([await sees(rep, 'companies', companyId), await sees(other, 'companies', companyId)]).toEqual([true, true]);
    await write(other, (tx) =>
      tx.execute(
        sql`update contacts set archived_at = ${madeAt} where workspace_id = ${workspaceId} and id = ${contactId}`,
      ),
    );
    expect(await sees(other, 'companies', companyId)).toBe(false);
  });

  test('follows its people to another company, and its owner to another rep', async () => {
    const { workspaceId, members, rep, other } = await made();
    const first = await makeCompany(owner, workspaceId, { ownerId: members.rep });
    const second = await makeCompany(owner, workspaceId);
    const contactId = await makeContact(owner, workspaceId, { companyId: first, ownerId: members.otherRep });
    await write(other, (tx) =>
      tx.execute(
        sql`update contacts set company_id = ${second} where workspace_id = ${workspaceId} and id = ${contactId}`,
      ),
    );
    expect([await sees(other, 'companies', first), await sees(other, 'companies', second)]).toEqual([false, true]);
    await write(rep, (tx) =>
      tx.execute(
        sql`update companies set owner_id = ${members.otherRep} where workspace_id = ${workspaceId} and id = ${first}`,
      ),
    );
    expect([await sees(rep, 'companies', first), await sees(other, 'companies', first)]).toEqual([false, true]);
  });
});

describe('a task', () => {
  test('without a deal is seen by who has to do it, and can be handed on', async () => {
    const { workspaceId, members, rep, other } = await made();
    const taskId = await makeTask(owner, workspaceId, { memberId: members.rep });
    expect([await sees(rep, 'tasks', taskId), await sees(other, 'tasks', taskId)]).toEqual([true, false]);
    const handedOn = await write(rep, (tx) =>
      tx.execute(
        sql`update tasks set member_id = ${members.otherRep} where workspace_id = ${workspaceId} and id = ${taskId}`,
      ),
    );
    expect(handedOn).toBe(1);
    expect([await sees(rep, 'tasks', taskId), await sees(other, 'tasks', taskId)]).toEqual([false, true]);
  });

  test('on a deal is seen by who sees the deal and by who has to do it', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const taskId = await makeTask(owner, workspaceId, { dealId, memberId: members.otherRep });
    expect([
      await sees(rep, 'tasks', taskId),
      await sees(other, 'tasks', taskId),
      await sees(other, 'deals', dealId),
    ]).toEqual([true, true, false]);
    await write(other, (tx) =>
      tx.execute(
        sql`update tasks set member_id = ${members.rep} where workspace_id = ${workspaceId} and id = ${taskId}`,
      ),
    );
    expect([await sees(rep, 'tasks', taskId), await sees(other, 'tasks', taskId)]).toEqual([true, false]);
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
