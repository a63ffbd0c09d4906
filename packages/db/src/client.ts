import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';
import { createIdentity, type IdentityLookups } from './identity.ts';
import { migrationCount } from './migrate.ts';
import { clientOptions, createPool } from './pool.ts';
import * as auth from './schema/auth.ts';
import { changesChannel, inTenant, type Scope, type Tx } from './tenant.ts';

/** The database as the server's login sees it: tenant transactions, the look-ups of identity.ts, and nothing raw. */
export interface Database {
  tenant<T>(scope: Scope, fn: (tx: Tx) => Promise<T>): Promise<T>;
  identity: IdentityLookups;
  /** For the sign-in library only: its tables live in the schema `auth`, outside every tenant. */
  auth: PostgresJsDatabase<typeof auth>;
  /** Hears every committed change: this process's at once, others' through LISTEN where the connection allows it. */
  listen(onPayload: (payload: string) => void, onGap: () => void): Promise<{ push: boolean; close(): Promise<void> }>;
  /** Whether a pooler hands connections on between transactions (PgBouncer in transaction mode). */
  pooled: boolean;
  /** Throws when the database does not answer or lacks one of the migrations. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  size?: number;
  waitMs?: number;
}

/** Connects as the server's login. Takes a postgres:// address; throws what the driver throws when it is unreachable. */
export async function connect(url: string, options: DatabaseOptions = {}): Promise<Database> {
  const pooled = await isPooled(url);
  const pool = createPool(url, { size: options.size ?? 10, prepare: !pooled, waitMs: options.waitMs ?? 5_000 });
  const wanted = migrationCount();
  const local = new Set<(payload: string) => void>();
  const announce = (payload: string) => {
    for (const hear of local) hear(payload);
  };
  const authClient = postgres(url, { ...clientOptions(), max: 2, prepare: !pooled });
  return {
    pooled,
    identity: createIdentity(pool),
    auth: drizzle(authClient, { schema: { ...auth } }),
    tenant: (scope, fn) => inTenant(pool, scope, fn, announce),
    listen: async (onPayload, onGap) => {
      local.add(onPayload);
      const stop = pooled ? async () => {} : await listenRemote(url, onPayload, onGap);
      return {
        push: !pooled,
        close: async () => {
          local.delete(onPayload);
          await stop();
        },
      };
    },
    ping: async () => {
      const [row] = await pool.use(async (slot) =>
        slot.sql.unsafe('select count(*) from drizzle.__drizzle_migrations'),
      );
      // More is fine: a newer process has migrated already.
      if (Number(row?.count) < wanted) throw new Error('the database lacks migrations of this version');
    },
    close: async () => {
      await Promise.all([pool.end(), authClient.end({ timeout: 5 })]);
    },
  };
}

async function listenRemote(url: string, onPayload: (payload: string) => void, onGap: () => void) {
  const sql = postgres(url, { ...clientOptions() });
  let first = true;
  await sql.listen(changesChannel, onPayload, () => {
    // After a reconnect, whatever was announced in between was missed.
    if (!first) onGap();
    first = false;
  });
  return () => sql.end({ timeout: 5 });
}

/** PgBouncer gives the client a process id of its own making; PostgreSQL gives the backend's. */
async function isPooled(url: string): Promise<boolean> {
  const sql = postgres(url, { ...clientOptions(), prepare: false });
  try {
    const result = await sql`select pg_backend_pid() as pid`;
    return result[0]?.pid !== result.state.pid;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
