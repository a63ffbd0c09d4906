import { readEnv } from '@beback/config';
import { migrate, migrationCount } from '@beback/db';
import type { Command } from 'commander';
import { readLogin } from '../database/login.ts';
import { createClosing } from '../process/closing.ts';
import { StartFailure } from '../process/start-failure.ts';
import { answer } from './answer.ts';
import { addressesOf } from './session.ts';

/** `migrate`: brings the database up to date. */
export function migrateDatabase(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (DATABASE_OWNER_URL, or the embedded one)')
    .action(async (_options: unknown, command: Command) => {
      const closing = createClosing();
      try {
        await run(closing);
        const migrations = migrationCount();
        answer(command, { migrations }, `The database is up to date (${migrations} migrations).`);
      } finally {
        await closing.run();
      }
    });
}

async function run(closing: ReturnType<typeof createClosing>): Promise<void> {
  const env = readEnv();
  if (!env.DATABASE_URL) {
    const { ownerUrl } = await addressesOf(env, closing);
    if (ownerUrl) await migrate(ownerUrl, 'app');
    return;
  }
  if (!env.DATABASE_OWNER_URL) {
    throw new StartFailure(
      'DATABASE_URL is set but DATABASE_OWNER_URL is not; migrations need the login that owns the schema.',
    );
  }
  const { role } = await readLogin(env.DATABASE_URL, 'DATABASE_URL');
  await readLogin(env.DATABASE_OWNER_URL, 'DATABASE_OWNER_URL');
  await migrate(env.DATABASE_OWNER_URL, role);
}
