import { sql } from 'drizzle-orm';
import postgres from 'postgres';
import { afterAll, describe, expect, test } from 'vitest';
import { connect, DatabaseUnavailable, type Scope } from '../src/index.ts';
import { makeCompany, makeDeal, makeWorkspace, testDatabase } from './database.ts';
import { floor, own, sqlState } from './scopes.ts';

const { db, owner, appUrl } = await testDatabase();
const workspace = await makeWorkspace(owner);
const { workspaceId, members } = workspace;
const companyId = await makeCompany(owner, workspaceId, { name: 'Before' });
const all = floor(workspaceId, members.manager);
const rename = (name: string) =>
  sql`update companies set name = ${name} where workspace_id = ${workspaceId} and id = ${companyId}`;
const nameNow = async () => (await owner`select name from companies where id = ${companyId}`)[0]?.name;

describe('entering a tenant', () => {
  const enterWith = (scope: unknown) => sqlState(db.tenant(scope as Scope, (tx) => tx.execute(sql`select 1`)));

  test('refuses what is no workspace, no member, or no way to see', async () => {
    expect(await enterWith({ ...all, workspaceId: 'garbage' })).toBe('22P02');
    expect(await enterWith({ ...all, workspaceId: null })).toBe('22023');
    expect(await enterWith({ ...all, workspaceId: "' or true --" })).toBe('22P02');
    expect(await enterWith({ ...all, memberId: 'garbage' })).toBe('22P02');
    expect(await enterWith({ ...all, sees: 'everything' })).toBe('22023');
    expect(await enterWith({ ...all, sees: null })).toBe('22023');
  });

  test('without a member, and not seeing the floor, shows nothing that belongs to somebody', async () => {
    await makeDeal(owner, workspace);
    const scope: Scope = { workspaceId, memberId: null, sees: 'own' };
    expect(await db.tenant(scope, (tx) => tx.execute(sql`select 1 from deals`))).toHaveLength(0);
    expect((await db.tenant(all, (tx) => tx.execute(sql`select 1 from deals`))).length).toBeGreaterThan(0);
  });

  test('inside another tenant transaction is refused', async () => {
    const nested = db.tenant(all, () => db.tenant(all, async () => 'inner'));
    await expect(nested).rejects.toThrow('a tenant transaction was opened inside another');
    expect(await db.tenant(all, async () => 'after')).toBe('after');
  });
});

describe('a tenant transaction', () => {
  test('that is read-only refuses to write', async () => {
    expect(await sqlState(db.tenant({ ...all, readOnly: true }, (tx) => tx.execute(rename('Never'))))).toBe('25006');
    expect(await nameNow()).toBe('Before');
  });

  test('is rolled back when its function fails, and leaves the connection as it was', async () => {
    const small = await connect(appUrl, { size: 1 });
    const failing = small.tenant(all, async (tx) => {
      await tx.execute(rename('Never'));
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await nameNow()).toBe('Before');
    const [row] = await small.tenant(own(workspaceId, members.rep), (tx) =>
      tx.execute(sql`select current_setting('app.sees') as sees, current_setting('app.member_id') as member`),
    );
    expect(row).toEqual({ sees: 'own', member: members.rep });
    await small.close();
  });

  test('is not committed when a statement failed and nobody waited for it', async () => {
    const careless = db.tenant(all, async (tx) => {
      await tx.execute(rename('Never'));
      tx.execute(sql`select 1 / 0`).catch(() => {});
      await Promise.resolve();
    });
    await expect(careless).rejects.toThrow('rolled back by the server');
    expect(await nameNow()).toBe('Before');
  });

  test('takes no statement after its end: the connection is somebody else’s by then', async () => {
    const escaped = await db.tenant(all, async (tx) => ({ tx }));
    await expect(escaped.tx.execute(rename('Never'))).rejects.toMatchObject({
      cause: { message: 'a statement was sent after its transaction had ended' },
    });
    let straggler: Promise<unknown> = Promise.resolve();
    const broken = db.tenant(all, async (tx) => {
      straggler = tx.execute(sql`select pg_sleep(0.01)`).then(() => tx.execute(rename('Never')));
      straggler.catch(() => {});
      await Promise.all([Promise.reject(new Error('first branch')), straggler]);
    });
    await expect(broken).rejects.toThrow('first branch');
    await expect(straggler).rejects.toThrow();
    expect(await nameNow()).toBe('Before');
  });

  test('announces what it announced if, and only if, it commits', async () => {
    const heard: string[] = [];
    const ear = await db.listen(
      (payload) => heard.push(payload),
      () => {},
    );
    expect(ear.push).toBe(true);
    await db.tenant(all, async (tx) => tx.announce('kept'));
    await db
      .tenant(all, async (tx) => {
        tx.announce('lost');
        throw new Error('no');
      })
      .catch(() => {});
    await db.tenant(all, async (tx) => tx.announce('last'));
    await expect.poll(() => heard).toContain('last');
    await ear.close();
    expect([...new Set(heard)]).toEqual(['kept', 'last']);
  });
});

describe('a database that goes away', () => {
  const killer = postgres(appUrl, { max: 1, onnotice: () => {} });
  afterAll(() => killer.end());
  const kill = (pid: unknown) => killer`select pg_terminate_backend(${Number(pid)}, 5000)`;

  test('in the middle of a transaction gives DatabaseUnavailable, and the pool recovers', async () => {
    const small = await connect(appUrl, { size: 1 });
    const interrupted = small.tenant(all, async (tx) => {
      await tx.execute(rename('Never'));
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
      await kill(row?.pid);
      await tx.execute(rename('Never'));
    });
    await expect(interrupted).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await nameNow()).toBe('Before');
    expect(await small.tenant(all, (tx) => tx.execute(sql`select 1 as one`))).toHaveLength(1);
    await small.close();
  });

  test('while nothing is being asked gives DatabaseUnavailable whatever the function makes of it', async () => {
    const small = await connect(appUrl, { size: 1 });
    for (const swallow of [true, false]) {
      const interrupted = small.tenant(all, async (tx) => {
        const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
        await kill(row?.pid);
        const found = await tx.execute(sql`select 1 from companies`).catch(() => []);
        if (!swallow) throw new Error(`not found: ${found.length}`);
      });
      await expect(interrupted).rejects.toBeInstanceOf(DatabaseUnavailable);
    }
    await small.close();
  });

  test('while a statement runs gives DatabaseUnavailable', async () => {
    const small = await connect(appUrl, { size: 1 });
    const interrupted = small.tenant(all, async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`);
      await Promise.all([tx.execute(sql`select pg_sleep(10)`), kill(row?.pid)]);
    });
    await expect(interrupted).rejects.toBeInstanceOf(DatabaseUnavailable);
    expect(await small.identity.byPhone('+12145550100')).toBeNull();
    await small.close();
  });

  test('and has no connection free in time gives DatabaseUnavailable', async () => {
    const small = await connect(appUrl, { size: 2, waitMs: 50 });
    const holding = Promise.withResolvers<void>();
    const held = [1, 2].map(() => small.tenant(all, () => holding.promise));
    await expect(small.tenant(all, async () => 'late')).rejects.toBeInstanceOf(DatabaseUnavailable);
    holding.resolve();
    await Promise.all(held);
    expect(await small.tenant(all, async () => 'in time')).toBe('in time');
    await small.close();
  });

  test('is not there at all: connecting says so, and so does asking whether it is', async () => {
    const nobody = new URL(appUrl);
    nobody.port = '1';
    await expect(connect(nobody.href)).rejects.toThrow('ECONNREFUSED');
    await db.ping();
    await owner`delete from drizzle.__drizzle_migrations`;
    await expect(db.ping()).rejects.toThrow('lacks migrations');
  });
});
