import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cloneDatabase, dropDatabase } from '@beback/db/test';
import { afterAll, describe, expect, test } from 'vitest';
import { dataFolder, runToEnd } from './server-process.ts';

const { appUrl, ownerUrl } = await cloneDatabase();
const folder = dataFolder();
afterAll(() => dropDatabase(ownerUrl));

const beback = (...args: string[]) =>
  runToEnd(args, { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: folder });
const inFolder = (name: string, content: string) => {
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
};
/** What a command answered, which is all that stands on standard output. */
const json = async (...args: string[]) => JSON.parse((await beback(...args, '--json')).stdout);

describe('the operator’s tool', { timeout: 60_000 }, () => {
  test('makes the demo once', async () => {
    expect(await json('seed')).toEqual({ made: true, people: 7 });
    expect(await json('seed')).toEqual({ made: false, people: 7 });
  });

  test('prints a token on standard output and nothing else', async () => {
    const { code, stdout, stderr } = await beback('token', 'ana@northside.example');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^\w{32}\n$/);
    const nobody = await beback('token', 'nobody@nowhere.example');
    expect(nobody).toEqual({
      code: 1,
      stdout: '',
      stderr: 'Nobody with the address nobody@nowhere.example is a member.\n',
    });
  });

  test('imports a file, lists what was refused, and exports it again', async () => {
    const file = inFolder(
      'customers.csv',
      'First name;Last name;Phone\nZelda;Quist;2145550188\n;;\nIgor;Quist;2145550189\n',
    );
    const { code, stdout, stderr } = await beback('import', file, '--as', 'manager@northside.example');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^2 created, 0 updated, 0 skipped, \d refused\.\n$/);
    expect(stderr).toContain('Phone → Phone');
    const out = path.join(folder, 'out.csv');
    await beback('export', '--as', 'manager@northside.example', '--what', 'contacts', '--out', out);
    expect(readFileSync(out, 'utf8')).toContain('Zelda,Quist');
  });

  test('says in one sentence why a file cannot be imported', async () => {
    const picture = inFolder('customers.png', '\u0089PNG\r\n\u001a\n');
    const refused = await beback('import', picture, '--as', 'ana@northside.example');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr.trim().split('\n')).toHaveLength(1);
    const missing = await beback('import', '/nowhere.csv', '--as', 'ana@northside.example');
    expect(missing.stderr).toBe('The file /nowhere.csv cannot be read (ENOENT).\n');
  });

  test('makes a dealership with its people and links them', async () => {
    const made = await json(
      'workspace',
      'create',
      '--name',
      'Hill Cars',
      '--time-zone',
      'America/Denver',
      '--owner',
      'o@hill.example',
    );
    const rep = ['--email', 'r@hill.example', '--name', 'Rae Hill', '--role', 'rep'];
    const added = await json('member', 'add', '--workspace', made.workspaceId, ...rep);
    expect(added.memberId).toMatch(/^[0-9a-f-]{36}$/);
    const link = (...what: string[]) => beback('member', 'link', '--email', 'r@hill.example', ...what);
    expect((await link('--phone', '+13035550142', '--slack', 'T0HILL/U0RAE')).code).toBe(0);
    expect((await link('--phone', '+12145550101')).stderr).toBe(
      'That phone or Slack user is linked to somebody else already.\n',
    );
    expect((await beback('member', 'add', '--workspace', made.workspaceId, ...rep)).code).toBe(1);
    expect((await beback('token', 'r@hill.example')).code).toBe(0);
  });

  test('refuses what it cannot use, and says what that is', async () => {
    const mars = await beback('workspace', 'create', '--name', 'X', '--time-zone', 'Mars', '--owner', 'o@x.example');
    expect(mars.code).toBe(1);
    expect(mars.stderr).toContain('America/Chicago');
    expect((await beback('nonsense')).code).toBe(1);
  });

  test('the doctor says one line each', async () => {
    const { code, stdout } = await beback('doctor');
    expect(code).toBe(0);
    const names = stdout
      .trim()
      .split('\n')
      .map((line) => /^ok\s+([a-z]+): /.exec(line)?.[1]);
    expect(names).toEqual(['configuration', 'database', 'migrations', 'roles', 'twilio', 'slack', 'resend', 'clerk']);
    const ill = await runToEnd(['doctor'], { DATABASE_URL: 'postgres://app:geheim@127.0.0.1:9/x', DATA_DIR: folder });
    expect(ill.code).toBe(1);
    expect(ill.stdout).toContain('FAIL database: The database at 127.0.0.1:9 cannot be reached');
    expect(ill.stdout).not.toContain('geheim');
  });

  test('works on an embedded database that nobody runs, and stops it afterwards', async () => {
    const own = dataFolder();
    const { code, stdout } = await runToEnd(['seed', '--json'], { DATA_DIR: own });
    expect([code, JSON.parse(stdout).made]).toEqual([0, true]);
    expect(existsSync(path.join(own, 'postgres/postmaster.pid'))).toBe(false);
    expect(existsSync(path.join(own, 'beback.lock'))).toBe(false);
  });
});
