import type { Scope } from '@beback/db';
import { members, workspaces } from '@beback/db/schema';
import { and, eq, isNull } from 'drizzle-orm';
import { type Actor, type Services, toActor } from './context.ts';

/** The tenant scope of a member's own doing, for work that is not one procedure call. */
export function scopeOf({ workspaceId, memberId, sees }: Actor, readOnly = false): Scope {
  return { workspaceId, memberId, sees, readOnly };
}

/** The member as they are now, or null when they, or the workspace, are gone: a job acts for nobody who has left. */
export async function readActor(services: Services, workspaceId: string, memberId: string): Promise<Actor | null> {
  const scope = { workspaceId, memberId, sees: 'own' as const, readOnly: true };
  const [row] = await services.db.tenant(scope, (tx) =>
    tx
      .select({ member: members, workspace: workspaces })
      .from(members)
      .innerJoin(workspaces, eq(workspaces.workspaceId, members.workspaceId))
      .where(
        and(
          eq(members.workspaceId, workspaceId),
          eq(members.id, memberId),
          eq(members.active, true),
          isNull(members.archivedAt),
          isNull(workspaces.archivedAt),
        ),
      ),
  );
  if (!row) return null;
  return actorOf(row.member, row.workspace);
}

type MemberOf = Pick<typeof members.$inferInsert, 'id' | 'email' | 'name' | 'role' | 'phone' | 'colorScheme'>;
type WorkspaceOf = Pick<
  typeof workspaces.$inferSelect,
  'workspaceId' | 'name' | 'timeZone' | 'currency' | 'country' | 'floorOpen' | 'demo' | 'requireTwoFactor'
>;

/** A member as calls on their behalf know them, where no session or key stands behind it. */
export function actorOf(member: MemberOf, workspace: WorkspaceOf): Actor {
  const { id: memberId, email, name, role, phone = null, colorScheme = 'auto' } = member;
  const proof = { twoFactor: null, sessionId: null, keyId: null, keyScope: null };
  const { workspaceId, timeZone, currency, country, floorOpen, demo, requireTwoFactor } = workspace;
  const workspaceName = workspace.name;
  const where = { workspaceId, workspaceName, timeZone, currency, country, floorOpen, demo, requireTwoFactor };
  return toActor({ ...where, memberId, email, name, role, phone, colorScheme, ...proof });
}
