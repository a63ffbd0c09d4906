import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { connect, placeholders, prepared, type Tx } from '../src/index.ts';
import { companies } from '../src/schema/index.ts';
import { makeCompany, makeWorkspace, testDatabase } from './database.ts';
import { floor } from './scopes.ts';

const { owner, appUrl } = await testDatabase();
const [here, there] = [await makeWorkspace(owner), await makeWorkspace(owner)];
const ours = floor(here.workspaceId, here.members.manager);
const theirs = floor(there.workspaceId, there.members.manager);

const companyNames = prepared((db) =>
  db
    .select({ name: companies.name })
    .from(companies)
    .where(eq(companies.workspaceId, sql.placeholder('workspaceId')))
    .orderBy(companies.name)
    .prepare('company_names'),
);
const insertCompany = prepared((db) => db.insert(companies).values(placeholders(companies)).prepare('insert_company'));

describe('a statement that is kept with its connection', () => {
  test('sees the tenant of the transaction that runs it, and no other', async () => {
    await makeCompany(owner, here.workspaceId, { name: 'Here' });
    await makeCompany(owner, there.workspaceId, { name: 'There' });
    const db = await connect(appUrl, { size: 1 });
    for (let round = 0; round < 3; round += 1) {
      expect(await db.tenant(ours, (tx) => companyNames(tx))).toEqual([{ name: 'Here' }]);
      expect(await db.tenant(theirs, (tx) => companyNames(tx))).toEqual([{ name: 'There' }]);
    }
    // The workspace is the transaction's, whatever a caller says.
    const asked = db.tenant(ours, (tx) => companyNames(tx, { workspaceId: there.workspaceId }));
    expect(await asked).toEqual([{ name: 'Here' }]);
    await db.close();
  });

  test('is refused once its transaction has ended, even while the connection serves another', async () => {
    const db = await connect(appUrl, { size: 1 });
    let ended: Tx | undefined;
    await db.tenant(ours, async (tx) => {
      ended = tx;
      await companyNames(tx);
    });
    await db.tenant(theirs, async () => {
      expect(() => companyNames(ended as Tx)).toThrow('a statement was sent after its transaction had ended');
    });
    await db.close();
  });

  test('writes a whole row', async () => {
    const db = await connect(appUrl, { size: 1 });
    const id = '0196b2f0-0000-7000-8000-000000000001';
    const row = {
      id,
      name: 'Ours',
      kind: 'company',
      phone: null,
      website: null,
      note: null,
      ownerId: null,
      archivedAt: null,
    };
    const rest = { version: 1, createdAt: '2026-03-02T15:00:00.000Z', visibleTo: [] };
    await db.tenant(ours, (tx) => insertCompany(tx, { ...row, ...rest }));
    const [written] = await owner`select name, workspace_id from companies where id = ${id}`;
    expect(written).toEqual({ name: 'Ours', workspace_id: here.workspaceId });
    await db.close();
  });
});
