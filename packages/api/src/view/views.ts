import type { Tx } from '@beback/db';
import { views } from '@beback/db/schema';
import { and, eq, isNull, or } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';

export type ViewRow = typeof views.$inferSelect;

/** The view as the menu shows it; `own` says whether this member may change it. */
export function toView(view: ViewRow, actor: Actor) {
  const { id, page, name, search, shared, memberId, version } = view;
  return {
    viewId: id,
    page,
    name,
    search,
    shared,
    own: memberId === actor.memberId,
    mayChange: mayChange(view, actor),
    version,
  };
}

/** What is not archived and this member's own or shared. */
export function seenViews(tx: Tx, memberId: string) {
  return and(
    eq(views.workspaceId, tx.scope.workspaceId),
    isNull(views.archivedAt),
    or(eq(views.memberId, memberId), eq(views.shared, true)),
  );
}

/** A view to be changed. Throws NOT_FOUND for somebody's own, FORBIDDEN for a shared one that is not theirs to change. */
export async function getChangeableView(tx: Tx, actor: Actor, viewId: string): Promise<ViewRow> {
  const [view] = await tx
    .select()
    .from(views)
    .where(and(seenViews(tx, actor.memberId), eq(views.id, viewId)));
  if (!view) throw notFound('view');
  if (!mayChange(view, actor)) throw forbidden('Only who made a shared view, or a manager, can change it.');
  return view;
}

function mayChange(view: ViewRow, { memberId, role }: Actor): boolean {
  return view.memberId === memberId || (view.shared && (role === 'manager' || role === 'owner'));
}
