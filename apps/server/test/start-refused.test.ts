import { writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import path from 'node:path';
import { cloneDatabase, dropDatabase, emptyDatabase } from '@beback/db/test';
import { afterAll, describe, expect, test } from 'vitest';
import { dataFolder, runToEnd } from './server-process.ts';

const migrated = await cloneDatabase();
const empty = await emptyDatabase();
afterAll(async () => {
  await dropDatabase(migrated.ownerUrl);
  await dropDatabase(empty.ownerUrl);
});

/** Starts with these variables; the start has to fail with one sentence on standard error and nothing else. */
async function refusal(variables: Record<string, string>): Promise<string> {
  const { code, stdout, stderr } = await runToEnd('start', { DATA_DIR: dataFolder(), ...variables });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.endsWith('\n') && stderr.trimEnd().split('\n')).toHaveLength(1);
  return stderr.trimEnd();
}

const changed = (address: string, change: (url: URL) => void) => {
  const url = new URL(address);
  change(url);
  return url.href;
};

describe('the start ends in one sentence', () => {
  test('when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => other.once('listening', listening));
    const { port } = other.address() as AddressInfo;
    const sentence = await refusal({ PORT: String(port) });
    other.close();
    expect(sentence).toBe(
      `Port ${port} on 127.0.0.1 is already in use; stop what runs there, or choose another with PORT.`,
    );
  });

  test('when the data folder cannot be written', async () => {
    const file = path.join(dataFolder(), 'a-file');
    writeFileSync(file, '');
    expect(await refusal({ DATA_DIR: `${file}/below` })).toBe(
      `The data folder ${file}/below cannot be written (ENOTDIR); choose another with DATA_DIR.`,
    );
  });

  test.each([
    ['PORT', 'three thousand', 'PORT must be a number from 0 to 65535.'],
    ['PUBLIC_URL', 'beback.example', 'PUBLIC_URL must be an http:// or https:// address.'],
    ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be a postgres:// address.'],
    ['CLOCK_START', 'monday', 'CLOCK_START must be an ISO instant like 2026-03-02T15:00:00Z.'],
  ])('when %s is malformed', async (name, value, sentence) => {
    expect(await refusal({ [name]: value })).toBe(sentence);
  });

  test.each([
    ['TWILIO_ACCOUNT_SID', `AC${'0'.repeat(32)}`, 'TWILIO_AUTH_TOKEN'],
    ['SLACK_BOT_TOKEN', 'xoxb-1', 'SLACK_SIGNING_SECRET'],
    ['RESEND_API_KEY', 're_1', 'EMAIL_FROM'],
  ])('when %s is there without its other half', async (name, value, missing) => {
    expect(await refusal({ [name]: value })).toBe(`${name} is set but ${missing} is not; set both or neither.`);
  });

  test.each([
    [{}, 'CLERK_SECRET_KEY is set but CLERK_PUBLISHABLE_KEY is not; Clerk needs both.'],
    [{ CLERK_PUBLISHABLE_KEY: 'pk_test_x' }, 'CLERK_SECRET_KEY is set but CLERK_JWT_KEY is not; Clerk needs both.'],
    [
      { CLERK_PUBLISHABLE_KEY: 'pk_test_x', CLERK_JWT_KEY: 'x' },
      'CLERK_SECRET_KEY is set but CLERK_WEBHOOK_SIGNING_SECRET is not; Clerk needs both.',
    ],
    [
      { CLERK_PUBLISHABLE_KEY: 'pk_test_x', CLERK_JWT_KEY: 'x', CLERK_WEBHOOK_SIGNING_SECRET: 'x' },
      'CLERK_PUBLISHABLE_KEY must be the publishable key of the same Clerk instance (pk_test_… or pk_live_…).',
    ],
  ])('when Clerk’s keys are not whole: %j', async (more, sentence) => {
    expect(await refusal({ CLERK_SECRET_KEY: 'sk_test_1', ...more })).toBe(sentence);
  });

  test('when the secret that machines share is too short', async () => {
    expect(await refusal({ AUTH_SECRET: 'short' })).toBe('AUTH_SECRET must have at least 32 characters.');
  });

  test('when the database is out of reach, without the password', async () => {
    const sentence = await refusal({ DATABASE_URL: 'postgres://app:geheim@127.0.0.1:9/beback' });
    expect(sentence).toBe('The database at 127.0.0.1:9 cannot be reached (ECONNREFUSED); check DATABASE_URL.');
  });

  test('when the database refuses the login', async () => {
    const wrong = changed(migrated.appUrl, (url) => {
      url.password = 'geheim';
    });
    const sentence = await refusal({ DATABASE_URL: wrong });
    expect(sentence).toMatch(/^The database at 127\.0\.0\.1:\d+ refuses the login "app"; check DATABASE_URL\.$/);
  });

  test('when there is no such database', async () => {
    const wrong = changed(migrated.appUrl, (url) => {
      url.pathname = '/nowhere';
    });
    expect(await refusal({ DATABASE_URL: wrong })).toContain('has no database "nowhere"');
  });

  test('when the login owns the tables', async () => {
    expect(await refusal({ DATABASE_URL: migrated.ownerUrl })).toContain('owns the tables');
  });

  test('when the login is a superuser', async () => {
    const superuser = changed(migrated.appUrl, (url) => {
      url.username = 'postgres';
    });
    expect(await refusal({ DATABASE_URL: superuser })).toContain('"postgres", which is a superuser');
  });

  test('when the database is not migrated', async () => {
    expect(await refusal({ DATABASE_URL: empty.appUrl })).toContain('is not migrated to this version');
  });
});
