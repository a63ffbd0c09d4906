import { expect, test } from 'vitest';
import { makeContact, makeDeal, makeTask, makeWorkspace, testDatabase } from './database.ts';

const { db, owner } = await testDatabase();

test('a test file has a migrated database of its own', async () => {
  await db.ping();
  const rows = await owner`select count(*)::int as n from workspaces`;
  expect(rows[0]?.n).toBe(0);
});

test('the factories make a dealership that its people can see', async () => {
  const workspace = await makeWorkspace(owner);
  const contactId = await makeContact(owner, workspace.workspaceId, {
    phone: '+12145550177',
    email: 'maria@mail.example',
  });
  const first = await makeDeal(owner, workspace, { contactId });
  const second = await makeDeal(owner, workspace, { stage: 'Sold', ownerId: null });
  await makeTask(owner, workspace.workspaceId, { dealId: first.dealId });
  expect([first.number, second.number]).toEqual([1, 2]);
  const scope = { workspaceId: workspace.workspaceId, memberId: workspace.members.rep, sees: 'own' as const };
  const seen = await db.tenant(scope, (tx) => tx.execute('select number, contact_id from deals'));
  expect([...seen]).toEqual([{ number: 1, contact_id: contactId }]);
});
