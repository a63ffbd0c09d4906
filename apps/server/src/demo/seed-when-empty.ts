import type { Clock, Env } from '@beback/config';
import postgres from 'postgres';
import type { Addresses } from '../database/open-database.ts';
import { seedDemo } from './seed.ts';

/**
 * Makes the demo dealerships in a database that holds no workspace at all. Nothing happens without the owner's login, or
 * where real mail goes out: that is somebody's own installation. Gives whether it made them.
 */
export async function seedWhenEmpty(env: Env, { ownerUrl }: Addresses, clock: Clock): Promise<boolean> {
  if (!ownerUrl || env.RESEND_API_KEY || env.CLERK_SECRET_KEY) return false;
  if (await holdsWorkspaces(ownerUrl)) return false;
  await seedDemo(ownerUrl, clock);
  return true;
}

async function holdsWorkspaces(ownerUrl: string): Promise<boolean> {
  const sql = postgres(ownerUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  try {
    return (await sql`select 1 from workspaces limit 1`).length > 0;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
