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
  const { email, name, role, phone, colorScheme } = row.member;
  const { timeZone, currency, country, floorOpen, demo, requireTwoFactor } = row.workspace;
  const workspace = {
    workspaceName: row.workspace.name,
    timeZone,
    currency,
    country,
    floorOpen,
    demo,
    requireTwoFactor,
  };
  const proof = { twoFactor: null, sessionId: null, keyId: null, keyScope: null };
  return toActor({ workspaceId, memberId, email, name, role, phone, colorScheme, ...workspace, ...proof });
}
