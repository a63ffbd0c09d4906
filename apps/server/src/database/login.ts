import { migrationCount } from '@beback/db';
import postgres from 'postgres';
import { StartFailure, systemCode } from '../process/start-failure.ts';

/** What a DATABASE_URL leads to. */
export interface Login {
  /** The role's name on the server, which a pooler may know under another one. */
  role: string;
  tooMighty: 'superuser' | 'bypassrls' | 'owner' | null;
}

/** Asks the database who we are there. Takes the address and the variable it came from; throws StartFailure with one sentence. */
export async function readLogin(url: string, variable: string): Promise<Login> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    const [row] = await sql`
      select current_user as role, r.rolsuper, r.rolbypassrls, exists (
        select from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind in ('r', 'p') and pg_has_role(current_user, c.relowner, 'member')
      ) as owns
      from pg_roles r where r.rolname = current_user`;
    if (!row) throw new Error('the database does not know its own user');
    const tooMighty = row.rolsuper ? 'superuser' : row.rolbypassrls ? 'bypassrls' : row.owns ? 'owner' : null;
    return { role: row.role, tooMighty };
  } catch (error) {
    throw unreachable(url, variable, error);
  } finally {
    await sql.end({ timeout: 2 }).catch(() => {});
  }
}

/** Refuses a login for which row-level security would not hold. Throws StartFailure. */
export function assertHeldByPolicies({ role, tooMighty }: Login): void {
  const why = {
    superuser: 'is a superuser',
    bypassrls: 'may bypass row-level security',
    owner: 'owns the tables, or is a member of the role that does',
  };
  if (!tooMighty) return;
  throw new StartFailure(
    `DATABASE_URL logs in as "${role}", which ${why[tooMighty]}, so it could see every dealership; use a plain login (and DATABASE_OWNER_URL for migrations).`,
  );
}

/** Refuses a database whose schema is not this code's. Throws StartFailure. */
export async function assertMigrated(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, prepare: false, fetch_types: false, onnotice: () => {} });
  try {
    const rows = await sql`select count(*)::int as done from drizzle.__drizzle_migrations`;
    if (rows[0]?.done === migrationCount()) return;
  } catch (error) {
    if (!['42P01', '3F000', '42501'].includes(systemCode(error))) throw unreachable(url, 'DATABASE_URL', error);
  } finally {
    await sql.end({ timeout: 2 }).catch(() => {});
  }
  throw new StartFailure(
    'The database behind DATABASE_URL is not migrated to this version; set DATABASE_OWNER_URL, or run "npm run beback -- migrate" with it.',
  );
}

/** The sentence for a database that does not let us in: host and port, never the password. */
export function unreachable(url: string, variable: string, error: unknown): StartFailure {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  const code = systemCode(error);
  if (code === '28P01' || code === '28000') {
    return new StartFailure(
      `The database at ${place} refuses the login "${decodeURIComponent(username)}"; check ${variable}.`,
    );
  }
  if (code === '3D000')
    return new StartFailure(`The database at ${place} has no database "${pathname.slice(1)}"; check ${variable}.`);
  return new StartFailure(`The database at ${place} cannot be reached (${code}); check ${variable}.`);
}
