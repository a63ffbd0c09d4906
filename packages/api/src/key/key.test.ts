import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../../test/harness.ts';
import { toActor } from '../context.ts';
import { isClosedToKeys, isWholeKey } from './key.rules.ts';
import { createKeyUse } from './key-use.ts';

const store = await makeStore();
const { members } = store;
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const use = (key: string) => database.db.identity.byKey(sha256(key), store.clock.now());

test('a key is shown once, kept as a hash, and acts as its member within its scope', async () => {
  const made = await store.boss.key.create.mutate({ name: 'Website', scope: 'read', memberId: members.rep });
  expect(made.key).toMatch(/^bb_live_[\w-]{43}$/);
  expect(isWholeKey(made.key)).toBe(true);
  expect(made.key.startsWith(made.prefix)).toBe(true);
  expect(made).toMatchObject({ name: 'Website', scope: 'read', lastUsedAt: null, revokedAt: null, expiresAt: null });
  const { items } = await store.boss.key.list.query();
  expect(JSON.stringify(items)).not.toContain(made.key);
  const kept = await database.owner`select * from api_keys where id = ${made.keyId}`;
  expect(JSON.stringify(kept)).not.toContain(made.key.slice(made.prefix.length));
  expect(await use(made.key)).toMatchObject({
    memberId: members.rep,
    keyId: made.keyId,
    keyScope: 'read',
    role: 'rep',
  });
  expect(await use(`${made.key}x`)).toBeNull();
});

test('the owner makes keys for anybody, a manager for those they handle and for themselves, a rep none', async () => {
  const key = { name: 'K', scope: 'read' as const };
  for (const memberId of [members.owner, members.manager, members.rep, members.readOnly])
    expect((await store.boss.key.create.mutate({ ...key, memberId })).member.memberId).toBe(memberId);
  for (const memberId of [members.manager, members.rep, members.readOnly])
    expect((await store.manager.key.create.mutate({ ...key, memberId })).member.memberId).toBe(memberId);
  expect(await refusal(store.manager.key.create.mutate({ ...key, memberId: members.owner }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusal(store.ana.key.create.mutate({ ...key, memberId: members.rep }))).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refusal(store.ana.key.list.query())).toMatchObject({ code: 'FORBIDDEN' });
});

test('who only looks on can have a key that reads, and none that writes', async () => {
  const key = { name: 'K', memberId: members.readOnly };
  expect(await refusal(store.boss.key.create.mutate({ ...key, scope: 'write' }))).toMatchObject({
    reason: 'member_read_only',
  });
});

test('a manager does not end the owner’s key', async () => {
  const { keyId, key } = await store.boss.key.create.mutate({ name: 'K', scope: 'read', memberId: members.owner });
  expect(await refusal(store.manager.key.revoke.mutate({ keyId }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await use(key)).not.toBeNull();
});

test('a revoked key is nobody’s, and revoking it again changes nothing', async () => {
  const { keyId, key } = await store.boss.key.create.mutate({ name: 'Old', scope: 'write', memberId: members.rep });
  const revoked = await store.manager.key.revoke.mutate({ keyId });
  expect(revoked).toMatchObject({ revokedAt: store.clock.at, changeId: expect.any(String) });
  expect(await use(key)).toBeNull();
  expect(await store.boss.key.revoke.mutate({ keyId })).toMatchObject({ revokedAt: store.clock.at, changeId: null });
});

test('a key expires by the dealership’s clock, and cannot be made for the past', async () => {
  const given = { name: 'K', scope: 'read' as const, memberId: members.rep };
  const { key } = await store.boss.key.create.mutate({ ...given, expiresAt: '2026-03-03T15:00:00Z' });
  expect(await use(key)).not.toBeNull();
  expect(await database.db.identity.byKey(sha256(key), new Date('2026-03-03T15:00:00Z'))).toBeNull();
  expect(await refusal(store.boss.key.create.mutate({ ...given, expiresAt: '2026-03-01T00:00:00Z' }))).toMatchObject({
    reason: 'expires_in_past',
    fields: { expiresAt: 'is in the past' },
  });
});

test('the key of a member who is gone is nobody’s', async () => {
  const leaving = await makeStore();
  const given = { name: 'K', scope: 'read' as const, memberId: leaving.members.otherRep };
  const { key } = await leaving.boss.key.create.mutate(given);
  expect(await use(key)).not.toBeNull();
  await database.owner`update members set active = false where id = ${leaving.members.otherRep}`;
  expect(await use(key)).toBeNull();
  expect(await refusal(leaving.boss.key.create.mutate(given))).toMatchObject({ reason: 'member_inactive' });
});

test('use is noted once for a key, an address and a day, whoever sees it; and last used at most once a minute', async () => {
  const fresh = await makeStore();
  const { keyId, key } = await fresh.boss.key.create.mutate({
    name: 'Feed',
    scope: 'read',
    memberId: fresh.members.rep,
  });
  const row = await database.db.identity.byKey(sha256(key), fresh.clock.now());
  if (!row) throw new Error('the key works');
  const processes = [createKeyUse(fresh.services), createKeyUse(fresh.services)];
  const used = async (address: string) => {
    for (const note of processes) await note(toActor(row), address);
  };
  const written = async () =>
    (
      await database.owner`select member_id, door, address, key_id, summary from changes
        where workspace_id = ${fresh.workspaceId} and procedure = 'key.use' order by seq`
    ).map((change) => ({ ...change }));
  const lastUsed = async () => (await fresh.boss.key.list.query()).items[0];
  await Promise.all([used('198.51.100.7'), used('198.51.100.7')]);
  const line = { member_id: fresh.members.rep, door: 'api', key_id: keyId, summary: 'used the API key "Feed"' };
  expect(await written()).toEqual([{ ...line, address: '198.51.100.7' }]);
  expect(await lastUsed()).toMatchObject({ lastUsedAt: fresh.clock.at, lastUsedFrom: '198.51.100.7' });
  const first = fresh.clock.at;
  fresh.clock.at = '2026-03-02T15:00:59.000Z';
  await used('198.51.100.7');
  expect((await lastUsed())?.lastUsedAt).toBe(first);
  fresh.clock.at = '2026-03-02T15:01:00.000Z';
  await used('198.51.100.7');
  expect((await lastUsed())?.lastUsedAt).toBe(fresh.clock.at);
  await used('203.0.113.9');
  expect(await written()).toEqual([
    { ...line, address: '198.51.100.7' },
    { ...line, address: '203.0.113.9' },
  ]);
  fresh.clock.at = '2026-03-03T15:00:00.000Z';
  await used('203.0.113.9');
  expect(await written()).toHaveLength(3);
});

test('making and ending a key stand in the record, the key itself does not; neither can be taken back', async () => {
  const fresh = await makeStore();
  const made = await fresh.boss.key.create.mutate({ name: 'Feed', scope: 'write', memberId: fresh.members.rep });
  const { changeId } = await fresh.boss.key.revoke.mutate({ keyId: made.keyId });
  const rows = await database.owner`select * from changes where subject_type = 'key' and subject_id = ${made.keyId}`;
  expect(rows.map((row) => row.procedure)).toEqual(['key.create', 'key.revoke']);
  expect(JSON.stringify(rows)).not.toContain(made.key);
  for (const id of [made.changeId, changeId ?? ''])
    expect(await refusal(fresh.boss.change.undo.mutate({ changeId: id }))).not.toBeNull();
});

test('a call that is not allowed leaves a line in the log, with whose it was', async () => {
  const fresh = await makeStore();
  const lines: unknown[] = [];
  fresh.services.log.info = (fields) => lines.push(fields);
  await refusal(fresh.ana.key.list.query());
  expect(lines).toEqual([
    expect.objectContaining({ procedure: 'key.list', memberId: fresh.members.rep, keyId: null, code: 'FORBIDDEN' }),
  ]);
});

test.each([
  ['key.create', 'mutation', true],
  ['session.list', 'query', true],
  ['member.list', 'query', false],
  ['member.setRole', 'mutation', true],
  ['workspace.update', 'mutation', true],
  ['deal.create', 'mutation', false],
])('%s, a %s, is closed to keys: %s', (path, type, closed) => {
  expect(isClosedToKeys(path, type)).toBe(closed);
});
