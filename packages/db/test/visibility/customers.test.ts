import { v7 as newId } from 'uuid';
import { describe, expect, test } from 'vitest';
import { madeAt, makeActivity, makeCompany, makeContact, makeDeal, makeTask, testDatabase } from '../database.ts';
import { eyes } from './eyes.ts';

const { db, owner } = await testDatabase();
const { seen, update, made } = eyes(db, owner);

describe('a customer', () => {
  test('is seen by who brought it in and by everybody who sees any of its deals', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const contactId = await makeContact(owner, workspaceId, { ownerId: members.rep, phone: '+12145550199' });
    expect(await seen([rep, other], 'contacts', contactId)).toEqual([true, false]);
    await makeDeal(owner, workspace, { contactId, ownerId: members.otherRep });
    expect(await seen([rep, other], 'contacts', contactId)).toEqual([true, true]);
    expect(await seen([rep, other], 'contact_keys', contactId, 'contact_id')).toEqual([true, true]);
  });

  test('is no longer seen through a deal that was put away or given to another customer', async () => {
    const { workspace, workspaceId, rep } = await made();
    const [first, second] = [await makeContact(owner, workspaceId), await makeContact(owner, workspaceId)];
    const { dealId } = await makeDeal(owner, workspace, { contactId: first });
    await update(rep, 'deals', dealId, 'contact_id', second);
    expect(await seen([rep], 'contacts', first)).toEqual([false]);
    expect(await seen([rep], 'contacts', second)).toEqual([true]);
    await update(rep, 'deals', dealId, 'archived_at', madeAt);
    expect(await seen([rep], 'contacts', second)).toEqual([false]);
    expect(await seen([rep], 'deals', dealId)).toEqual([true]);
  });

  test('can be handed over by the rep who brought it in, with what hangs on it alone', async () => {
    const { workspaceId, members, rep, other } = await made();
    const contactId = await makeContact(owner, workspaceId, { ownerId: members.rep });
    const appointment = {
      workspace_id: workspaceId,
      id: newId(),
      contact_id: contactId,
      starts_at: madeAt,
      created_at: madeAt,
    };
    await owner`insert into appointments ${owner(appointment)}`;
    const rows: [table: string, id: string][] = [
      ['contacts', contactId],
      ['activities', await makeActivity(owner, workspaceId, { contactId })],
      ['tasks', await makeTask(owner, workspaceId, { contactId })],
      ['appointments', appointment.id],
    ];
    for (const [table, id] of rows)
      expect([table, ...(await seen([rep, other], table, id))]).toEqual([table, true, false]);
    await update(rep, 'contacts', contactId, 'owner_id', members.otherRep);
    for (const [table, id] of rows)
      expect([table, ...(await seen([rep, other], table, id))]).toEqual([table, false, true]);
  });
});

describe('a company', () => {
  test('is seen by its owner and by everybody who sees one of its people', async () => {
    const { workspaceId, members, rep, other } = await made();
    const companyId = await makeCompany(owner, workspaceId, { ownerId: members.rep });
    expect(await seen([rep, other], 'companies', companyId)).toEqual([true, false]);
    const contactId = await makeContact(owner, workspaceId, { companyId, ownerId: members.otherRep });
    expect(await seen([rep, other], 'companies', companyId)).toEqual([true, true]);
    await update(other, 'contacts', contactId, 'archived_at', madeAt);
    expect(await seen([rep, other], 'companies', companyId)).toEqual([true, false]);
  });

  test('follows its people to another company, and its owner to another rep', async () => {
    const { workspaceId, members, rep, other } = await made();
    const first = await makeCompany(owner, workspaceId, { ownerId: members.rep });
    const second = await makeCompany(owner, workspaceId);
    const contactId = await makeContact(owner, workspaceId, { companyId: first, ownerId: members.otherRep });
    await update(other, 'contacts', contactId, 'company_id', second);
    expect(await seen([rep, other], 'companies', first)).toEqual([true, false]);
    expect(await seen([rep, other], 'companies', second)).toEqual([false, true]);
    await update(rep, 'companies', first, 'owner_id', members.otherRep);
    expect(await seen([rep, other], 'companies', first)).toEqual([false, true]);
  });
});

describe('a task', () => {
  test('without a deal is seen by who has to do it, and can be handed on', async () => {
    const { workspaceId, members, rep, other } = await made();
    const taskId = await makeTask(owner, workspaceId, { memberId: members.rep });
    expect(await seen([rep, other], 'tasks', taskId)).toEqual([true, false]);
    expect(await update(rep, 'tasks', taskId, 'member_id', members.otherRep)).toBe(1);
    expect(await seen([rep, other], 'tasks', taskId)).toEqual([false, true]);
  });

  test('on a deal is seen by who sees the deal and by who has to do it', async () => {
    const { workspace, workspaceId, members, rep, other } = await made();
    const { dealId } = await makeDeal(owner, workspace);
    const taskId = await makeTask(owner, workspaceId, { dealId, memberId: members.otherRep });
    expect(await seen([rep, other], 'tasks', taskId)).toEqual([true, true]);
    expect(await seen([rep, other], 'deals', dealId)).toEqual([true, false]);
    await update(other, 'tasks', taskId, 'member_id', members.rep);
    expect(await seen([rep, other], 'tasks', taskId)).toEqual([true, false]);
  });
});
