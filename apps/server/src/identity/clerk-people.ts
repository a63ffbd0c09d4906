import type { Database } from '@beback/db';
import { auth as tables } from '@beback/db/schema';
import type { ClerkUser } from '@beback/vendors';
import { and, eq, isNull, lt, sql } from 'drizzle-orm';

const { clerkUser, clerkSession, delivery } = tables;

/** A person as we keep them; no address when Clerk has not verified one. */
export interface KeptPerson {
  email: string | null;
  name: string;
  deleted: boolean;
}

/** The writer of the schema `auth`, alone or inside one of its transactions. */
export type Auth = Pick<Database['auth'], 'select' | 'insert'>;

/** Keeps a description of a user: an older one never replaces a newer one, and nothing brings a deleted user back. */
export async function keepUser(auth: Auth, { id, email, name, updatedAt }: ClerkUser): Promise<void> {
  await auth
    .insert(clerkUser)
    .values({ id, email, name, updatedAt })
    .onConflictDoUpdate({
      target: clerkUser.id,
      set: { email, name, updatedAt },
      setWhere: and(isNull(clerkUser.deletedAt), lt(clerkUser.updatedAt, updatedAt)),
    });
}

/** Forgets who a user was and remembers that they are gone, also when nothing of them was known. */
export async function keepDeleted(auth: Auth, id: string, at: Date): Promise<void> {
  await auth
    .insert(clerkUser)
    .values({ id, email: null, name: '', updatedAt: at, deletedAt: at })
    .onConflictDoUpdate({
      target: clerkUser.id,
      set: { email: null, name: '', deletedAt: sql`coalesce(${clerkUser.deletedAt}, ${at.toISOString()})` },
    });
}

/** The user as kept, or null when we have never heard of them. */
export async function keptUser(auth: Auth, id: string): Promise<KeptPerson | null> {
  const [row] = await auth.select().from(clerkUser).where(eq(clerkUser.id, id));
  return row ? { email: row.deletedAt ? null : row.email, name: row.name, deleted: row.deletedAt !== null } : null;
}

/** Keeps which workspace a session looks at. */
export async function keepChoice(auth: Auth, id: string, userId: string, workspaceId: string): Promise<void> {
  const updatedAt = new Date();
  await auth
    .insert(clerkSession)
    .values({ id, userId, workspaceId, updatedAt })
    .onConflictDoUpdate({ target: clerkSession.id, set: { userId, workspaceId, updatedAt } });
}

/** Notes a delivery, or that a session is over. Gives false when it was noted before. */
export async function note(
  auth: Auth,
  provider: 'clerk' | 'clerk-session-ended',
  externalId: string,
): Promise<boolean> {
  const noted = await auth
    .insert(delivery)
    .values({ provider, externalId, createdAt: new Date() })
    .onConflictDoNothing()
    .returning({ id: delivery.externalId });
  return noted.length > 0;
}

/** Whether a session was ended while its last token was still good. */
export async function isOver(auth: Auth, sessionId: string): Promise<boolean> {
  const ended = and(eq(delivery.provider, 'clerk-session-ended'), eq(delivery.externalId, sessionId));
  return (await auth.select({ id: delivery.externalId }).from(delivery).where(ended)).length > 0;
}
