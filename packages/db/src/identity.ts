import type postgres from 'postgres';
import type { Pool } from './pool.ts';

/** A member as the doors need them before a tenant transaction is opened. */
export interface ActorRow {
  workspaceId: string;
  memberId: string;
  email: string;
  name: string;
  role: 'owner' | 'manager' | 'rep' | 'read_only';
  phone: string | null;
  colorScheme: 'auto' | 'light' | 'dark';
  workspaceName: string;
  timeZone: string;
  currency: string;
  country: string;
  floorOpen: boolean;
  demo: boolean;
}

/** The only reads that cross tenants. Each calls one `security definer` function of drizzle/0001_tenancy.sql. */
export interface IdentityLookups {
  /** The member behind a live session token, in the workspace the session looks at; null when there is none. */
  bySession(token: string, now: Date): Promise<ActorRow | null>;
  byEmail(email: string, workspaceId?: string): Promise<ActorRow | null>;
  /** `phone` is E.164. */
  byPhone(phone: string): Promise<ActorRow | null>;
  bySlack(teamId: string, userId: string): Promise<ActorRow | null>;
  workspacesOf(
    email: string,
  ): Promise<{ workspaceId: string; memberId: string; name: string; role: ActorRow['role'] }[]>;
  /** Everybody in the demo dealerships; empty anywhere else. */
  demoPeople(): Promise<ActorRow[]>;
}

/** The look-ups over a pool of the `app` login. */
export function createIdentity(pool: Pool): IdentityLookups {
  const rows = (text: string, values: (string | null)[]): Promise<postgres.Row[]> =>
    pool.use(async (slot) => slot.sql.unsafe(text, values, { prepare: true }));
  const one = async (text: string, values: (string | null)[]) => {
    const [row] = await rows(text, values);
    return row ? toActor(row) : null;
  };
  return {
    bySession: (token, now) => one('select * from app.actor_for_session($1, $2)', [token, now.toISOString()]),
    byEmail: (email, workspaceId) => one('select * from app.actor_for_email($1, $2)', [email, workspaceId ?? null]),
    byPhone: (phone) => one('select * from app.actor_for_phone($1)', [phone]),
    bySlack: (teamId, userId) => one('select * from app.actor_for_slack($1, $2)', [teamId, userId]),
    workspacesOf: async (email) =>
      (await rows('select * from app.workspaces_of($1)', [email])).map((row) => ({
        workspaceId: row.workspace_id,
        memberId: row.member_id,
        name: row.name,
        role: row.role,
      })),
    demoPeople: async () => (await rows('select * from app.demo_people()', [])).map(toActor),
  };
}

function toActor(row: postgres.Row): ActorRow {
  return {
    workspaceId: row.workspace_id,
    memberId: row.member_id,
    email: row.email,
    name: row.name,
    role: row.role,
    phone: row.phone,
    colorScheme: row.color_scheme,
    workspaceName: row.workspace_name,
    timeZone: row.time_zone,
    currency: row.currency,
    country: row.country,
    floorOpen: row.floor_open,
    demo: row.demo,
  };
}
