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
  /** The workspace lets nobody in without a second factor; whether this session has shown one, where there is a session. */
  requireTwoFactor: boolean;
  twoFactor: boolean | null;
  sessionId: string | null;
  /** The API key the caller came with, and what it may do. */
  keyId: string | null;
  keyScope: 'read' | 'write' | null;
}

/** Somebody who is signed in, whether or not they belong to a dealership yet. */
export interface PersonRow {
  userId: string;
  sessionId: string;
  email: string;
  name: string;
  twoFactor: boolean;
}

/** An invitation that can still be accepted. */
export interface OpenInvitation {
  invitationId: string;
  workspaceId: string;
  workspaceName: string;
  email: string;
  name: string;
  role: ActorRow['role'];
  invitedBy: string;
  expiresAt: string;
}

/** A one-time code: a member's, to be sent from the phone it links; or a Slack user's, to be opened by the member they are. */
export type LinkCode =
  | { kind: 'phone'; workspaceId: string; memberId: string }
  | { kind: 'slack'; teamId: string; userId: string };

/** What was given of a limit, what is left of it in this window, and when the next one begins. */
export interface Share {
  granted: number;
  remaining: number;
  resetsAt: Date;
}

/** All that is read or kept outside of a tenant. Each calls one `security definer` function of drizzle/*.sql. */
export interface IdentityLookups {
  /** The member behind a live session token, in the workspace the session looks at; null when there is none. */
  bySession(token: string, now: Date): Promise<ActorRow | null>;
  /** The member behind a Clerk user, in the workspace their Clerk session looks at. */
  byClerk(userId: string, sessionId: string, twoFactor: boolean): Promise<ActorRow | null>;
  /** The member an API key acts as; `keyHash` is the SHA-256 of the key, in hex. */
  byKey(keyHash: string, now: Date): Promise<ActorRow | null>;
  personBySession(token: string, now: Date): Promise<PersonRow | null>;
  byEmail(email: string, workspaceId?: string): Promise<ActorRow | null>;
  /** `phone` is E.164. */
  byPhone(phone: string): Promise<ActorRow | null>;
  bySlack(teamId: string, userId: string): Promise<ActorRow | null>;
  workspacesOf(
    email: string,
  ): Promise<{ workspaceId: string; memberId: string; name: string; role: ActorRow['role'] }[]>;
  /** The open invitation a token belongs to; `tokenHash` is its SHA-256, in hex. */
  invitationByToken(tokenHash: string, now: Date): Promise<OpenInvitation | null>;
  /** The open invitations of an address, for somebody who has proved that it is theirs. */
  invitationsOf(email: string, now: Date): Promise<OpenInvitation[]>;
  /** Keeps a code until it is taken or runs out; a former one for the same member or Slack user stops working. */
  putLinkCode(codeHash: string, code: LinkCode, expiresAt: Date): Promise<void>;
  /** Takes a code: once, and only before it runs out. */
  takeLinkCode<Kind extends LinkCode['kind']>(
    codeHash: string,
    kind: Kind,
    now: Date,
  ): Promise<Extract<LinkCode, { kind: Kind }> | null>;
  /** Takes up to `wanted` of the `most` a key may have in a window of so many seconds, for all processes together. */
  takeShare(key: string, limit: { wanted: number; most: number; seconds: number }, now: Date): Promise<Share>;
  /** Forgets counters, codes and deliveries that have run out. */
  forgetExpired(now: Date): Promise<void>;
  /** The dealerships in which an appointment is past its time by more than they allow, and nobody came. */
  dueAppointments(now: Date): Promise<string[]>;
  /** Every dealership that is not put away, with its time zone. */
  openWorkspaces(): Promise<{ workspaceId: string; timeZone: string }[]>;
  /** Everybody in the demo dealerships; empty anywhere else. */
  demoPeople(): Promise<ActorRow[]>;
}

type Value = string | number | boolean | null;

/** The look-ups over a pool of the `app` login. */
export function createIdentity(pool: Pool): IdentityLookups {
  const rows = (text: string, values: Value[]): Promise<postgres.Row[]> =>
    pool.use(async (slot) => slot.sql.unsafe(text, values, { prepare: true }));
  const one = async (text: string, values: Value[]) => {
    const [row] = await rows(text, values);
    return row ? toActor(row) : null;
  };
  return {
    bySession: (token, now) => one('select * from app.actor_for_session($1, $2)', [token, now.toISOString()]),
    byClerk: (userId, sessionId, twoFactor) =>
      one('select * from app.actor_for_clerk($1, $2, $3)', [userId, sessionId, twoFactor]),
    byKey: (keyHash, now) => one('select * from app.actor_for_key($1, $2)', [keyHash, now.toISOString()]),
    personBySession: async (token, now) => {
      const [row] = await rows('select * from app.person_for_session($1, $2)', [token, now.toISOString()]);
      return row ? toPerson(row) : null;
    },
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
    invitationByToken: async (tokenHash, now) => {
      const [row] = await rows('select * from app.open_invitations($1, null, $2)', [tokenHash, now.toISOString()]);
      return row ? toInvitation(row) : null;
    },
    invitationsOf: async (email, now) =>
      (await rows('select * from app.open_invitations(null, $1, $2)', [email, now.toISOString()])).map(toInvitation),
    putLinkCode: async (codeHash, code, expiresAt) => {
      const owner =
        code.kind === 'phone' ? [code.workspaceId, code.memberId, null, null] : [null, null, code.teamId, code.userId];
      await rows('select app.put_link_code($1, $2, $3, $4, $5, $6, $7)', [
        codeHash,
        code.kind,
        ...owner,
        expiresAt.toISOString(),
      ]);
    },
    takeLinkCode: async <Kind extends LinkCode['kind']>(codeHash: string, kind: Kind, now: Date) => {
      const values = [codeHash, kind, now.toISOString()];
      const [row] = await rows('select * from app.take_link_code($1, $2, $3)', values);
      return row ? (toLinkCode(kind, row) as Extract<LinkCode, { kind: Kind }>) : null;
    },
    takeShare: async (key, { wanted, most, seconds }, now) => {
      const values = [key, wanted, most, seconds, now.toISOString()];
      const [row] = await rows('select * from app.take_share($1, $2, $3, $4, $5)', values);
      if (!row) throw new Error('the share was not counted');
      return { granted: row.granted, remaining: row.remaining, resetsAt: new Date(row.resets_at) };
    },
    forgetExpired: async (now) => {
      await rows('select app.forget_expired($1)', [now.toISOString()]);
    },
    openWorkspaces: async () =>
      (await rows('select * from app.open_workspaces()', [])).map((row) => ({
        workspaceId: row.workspace_id,
        timeZone: row.time_zone,
      })),
    dueAppointments: async (now) =>
      (await rows('select * from app.due_appointments($1)', [now.toISOString()])).map((row) => row.workspace_id),
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
    requireTwoFactor: row.require_two_factor,
    twoFactor: row.two_factor,
    sessionId: row.session_id,
    keyId: row.key_id,
    keyScope: row.key_scope,
  };
}

function toPerson(row: postgres.Row): PersonRow {
  return {
    userId: row.user_id,
    sessionId: row.session_id,
    email: row.email,
    name: row.name,
    twoFactor: row.two_factor,
  };
}

function toInvitation(row: postgres.Row): OpenInvitation {
  return {
    invitationId: row.invitation_id,
    workspaceId: row.workspace_id,
    workspaceName: row.workspace_name,
    email: row.email,
    name: row.name,
    role: row.role,
    invitedBy: row.invited_by,
    expiresAt: new Date(row.expires_at).toISOString(),
  };
}

function toLinkCode(kind: LinkCode['kind'], row: postgres.Row): LinkCode {
  return kind === 'phone'
    ? { kind, workspaceId: row.workspace_id, memberId: row.member_id }
    : { kind, teamId: row.team_id, userId: row.user_id };
}
