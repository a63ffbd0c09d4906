import type { Env } from '@beback/config';
import { connect, type Database, migrate, startEmbedded } from '@beback/db';
import type { Closing } from '../process/closing.ts';
import { lockDataFolder } from '../process/data-folder.ts';
import { assertHeldByPolicies, assertMigrated, readLogin, unreachable } from './login.ts';

/** The addresses of a migrated database. */
export interface Addresses {
  appUrl: string;
  /** Owns the schema; null when only the server's own login was given. */
  ownerUrl: string | null;
}

/** Starts the embedded database, or checks the one DATABASE_URL names, and brings it up to date. Throws StartFailure. */
export async function prepareDatabase(env: Env, closing: Closing): Promise<Addresses> {
  return env.DATABASE_URL
    ? prepareGiven(env.DATABASE_URL, env.DATABASE_OWNER_URL)
    : prepareEmbedded(env.DATA_DIR, closing);
}

/** Connects as the server's login. */
export async function openDatabase({ appUrl }: Addresses, closing: Closing): Promise<Database> {
  const db = await connect(appUrl).catch((error) => {
    throw unreachable(appUrl, 'DATABASE_URL', error);
  });
  closing.add(() => db.close());
  return db;
}

async function prepareEmbedded(dataDir: string, closing: Closing): Promise<Addresses> {
  closing.add(lockDataFolder(dataDir));
  const embedded = await startEmbedded(dataDir);
  closing.add(() => embedded.stop());
  await migrate(embedded.ownerUrl, 'app');
  return { appUrl: embedded.appUrl, ownerUrl: embedded.ownerUrl };
}

async function prepareGiven(appUrl: string, ownerUrl: string | undefined): Promise<Addresses> {
  const login = await readLogin(appUrl, 'DATABASE_URL');
  assertHeldByPolicies(login);
  if (ownerUrl) {
    await readLogin(ownerUrl, 'DATABASE_OWNER_URL');
    await migrate(ownerUrl, login.role);
    assertHeldByPolicies(await readLogin(appUrl, 'DATABASE_URL'));
  }
  await assertMigrated(appUrl);
  return { appUrl, ownerUrl: ownerUrl ?? null };
}
