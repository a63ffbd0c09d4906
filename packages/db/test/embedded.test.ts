import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import postgres from 'postgres';
import { describe, expect, inject, test } from 'vitest';
import { EmbeddedDatabaseError, findEmbedded, startEmbedded } from '../src/index.ts';

const { folder } = inject('cluster');
const flags = ['-c fsync=off'];
const source = new URL('../src/index.ts', import.meta.url).href;

/** A data folder of the test's own, removed with the run's. */
function dataFolder(): string {
  const made = mkdtempSync(path.join(folder, 'data-'));
  chmodSync(made, 0o755);
  return made;
}

const postmaster = (data: string) =>
  Number(readFileSync(path.join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const ask = async (url: string, statement: string) => {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  return await sql.unsafe(statement).finally(() => sql.end());
};
/** Writes something down; gives what tells whether it is still there. */
const remember = async (url: string) => {
  const table = `kept_${randomUUID().replaceAll('-', '')}`;
  await ask(url, `create table ${table} as select 1 as one`);
  return async (laterUrl: string) => expect(await ask(laterUrl, `select one from ${table}`)).toEqual([{ one: 1 }]);
};

/** Another process that starts the database and then only waits. */
async function startElsewhere(data: string): Promise<{ child: ChildProcess; ownerUrl: string }> {
  const program = `import { startEmbedded } from '${source}';
    const { ownerUrl } = await startEmbedded('${data}', ['-c fsync=off']);
    console.log(ownerUrl); process.stdin.resume(); process.stdin.on('end', () => process.exit());`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [ownerUrl] = await once(createInterface(child.stdout), 'line');
  return { child, ownerUrl };
}

/** Made once, because making it takes a second; every test starts it and leaves it stopped. */
const kept = dataFolder();

describe('the embedded database', () => {
  test('is found while it runs, kept when it stops, and started again at once', async () => {
    const first = await startEmbedded(kept, flags);
    expect(await findEmbedded(kept)).toEqual({ ownerUrl: first.ownerUrl, appUrl: first.appUrl });
    const stillThere = await remember(first.ownerUrl);
    await first.stop();
    expect(await findEmbedded(kept)).toBeNull();
    const start = performance.now();
    const second = await startEmbedded(kept, flags);
    expect(performance.now() - start).toBeLessThan(8_000);
    await stillThere(second.ownerUrl);
    await second.stop();
  });

  test('recovers when its server was killed', async () => {
    const { ownerUrl } = await startEmbedded(kept, flags);
    const stillThere = await remember(ownerUrl);
    process.kill(postmaster(kept), 'SIGKILL');
    const again = await startEmbedded(kept, flags);
    await stillThere(again.ownerUrl);
    await again.stop();
  });

  test('is adopted when the process that started it was killed', async () => {
    const { child, ownerUrl } = await startElsewhere(kept);
    const stillThere = await remember(ownerUrl);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const adopted = await startEmbedded(kept, flags);
    expect(adopted.ownerUrl).toBe(ownerUrl);
    await stillThere(adopted.ownerUrl);
    await adopted.stop();
  });

  test('starts although a crash has left the pid file, and the pid is another program’s by now', async () => {
    const { ownerUrl, stop } = await startEmbedded(kept, flags);
    const stillThere = await remember(ownerUrl);
    const pidFile = path.join(kept, 'postgres/postmaster.pid');
    const lines = readFileSync(pidFile, 'utf8').split('\n');
    await stop();
    writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join('\n'));
    const again = await startEmbedded(kept, flags);
    await stillThere(again.ownerUrl);
    await again.stop();
  });

  test('is made anew where making it was interrupted', async () => {
    const data = dataFolder();
    mkdirSync(path.join(data, 'postgres.new/base'), { recursive: true });
    writeFileSync(path.join(data, 'postgres.new/PG_VERSION'), '18');
    const { ownerUrl, stop } = await startEmbedded(data, flags);
    await remember(ownerUrl);
    await stop();
  });

  test('never touches a folder with something else in it', async () => {
    const data = dataFolder();
    mkdirSync(path.join(data, 'postgres'));
    writeFileSync(path.join(data, 'postgres/precious.txt'), 'mine');
    await expect(startEmbedded(data, flags)).rejects.toThrow(EmbeddedDatabaseError);
    expect(readFileSync(path.join(data, 'postgres/precious.txt'), 'utf8')).toBe('mine');
  });

  test('says in one sentence that its folder cannot be written', async () => {
    const file = path.join(dataFolder(), 'a-file');
    writeFileSync(file, '');
    const start = startEmbedded(path.join(file, 'data'), flags);
    await expect(start).rejects.toThrow(EmbeddedDatabaseError);
    await expect(start).rejects.toThrow(
      /^The data folder .+ cannot be written \(ENOTDIR\); choose another with DATA_DIR\.$/,
    );
  });

  test.runIf(process.getuid?.() === 0)('says that its user cannot reach the folder, when root starts it', async () => {
    const closed = dataFolder();
    chmodSync(closed, 0o700);
    const start = startEmbedded(path.join(closed, 'data'), flags);
    await expect(start).rejects.toThrow(
      /^PostgreSQL runs as the user "postgres", who cannot reach .+, or start Beback as another user\.$/,
    );
  });
});
