import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { eventually } from './demo-server.ts';
import { dataFolder, type RunningServer, runToEnd, startServer } from './server-process.ts';

const folder = dataFolder();
const start = () => startServer({ DATA_DIR: folder });

/** The number of PostgreSQL's first process on the folder, or null. */
function postgresPid(): number | null {
  const file = path.join(folder, 'postgres/postmaster.pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : null;
}

const demoPeople = async ({ url }: RunningServer) => {
  const response = await fetch(`${url}/trpc/auth.config`);
  return (await response.json()).result.data.demoPeople.length as number;
};

test('a life on one data folder: first start, a rival, a clean end, a violent one, and recovery', {
  timeout: 90_000,
}, async () => {
  const first = await start();
  expect(await demoPeople(first)).toBe(7);
  expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);

  const rival = await runToEnd('start', { DATA_DIR: folder });
  expect(rival.code).toBe(1);
  expect(rival.stderr).toBe(
    `Another Beback (process ${first.pid}) already uses the data folder ${folder}; stop it, or choose another folder with DATA_DIR.\n`,
  );

  const whileRunning = await runToEnd(['token', 'ana@northside.example'], { DATA_DIR: folder });
  const asked = await fetch(`${first.url}/trpc/member.me`, {
    headers: { authorization: `Bearer ${whileRunning.stdout.trim()}` },
  });
  expect((await asked.json()).result.data.name).toBe('Ana Torres');

  expect(postgresPid()).not.toBeNull();
  expect(await first.stop('SIGINT')).toBe(0);
  expect(postgresPid()).toBeNull();
  expect(existsSync(path.join(folder, 'beback.lock'))).toBe(false);

  const second = await start();
  const survivor = postgresPid() ?? 0;
  await second.stop('SIGKILL');

  const third = await start();
  expect(postgresPid()).toBe(survivor);
  expect(await demoPeople(third)).toBe(7);
  execFileSync('kill', ['-9', String(survivor)]);
  await eventually(
    async () => (await fetch(`${third.url}/readyz`)).status,
    (status) => status === 503,
  );
  expect(await third.stop()).toBe(0);

  const fourth = await start();
  expect(await demoPeople(fourth)).toBe(7);
  expect(await fourth.stop()).toBe(0);
});
