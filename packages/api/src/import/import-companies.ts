import type { Tx } from '@beback/db';
import { companies } from '@beback/db/schema';
import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Image, inserted } from '../change/images.ts';
import type { Actor } from '../context.ts';
import { newId } from '../id.ts';

/** Finds companies by name, whatever their capitals, and makes the ones that are missing. Gives a look-up by name. */
export async function findOrMakeCompanies(
  tx: Tx,
  actor: Actor,
  names: readonly string[],
  now: string,
): Promise<{ companyId: (name: string | null) => string | null; images: Image[] }> {
  // Of several spellings the first one stays.
  const wanted = new Map(names.toReversed().map((name) => [name.toLowerCase(), name]));
  const ids = new Map<string, string>();
  const companyId = (name: string | null) => (name && ids.get(name.toLowerCase())) || null;
  if (wanted.size === 0) return { companyId, images: [] };
  const key = sql<string>`lower(${companies.name})`;
  const found = await tx
    .select({ id: companies.id, key })
    .from(companies)
    .where(
      and(
        eq(companies.workspaceId, tx.scope.workspaceId),
        isNull(companies.archivedAt),
        inArray(key, [...wanted.keys()]),
      ),
    )
    .orderBy(asc(companies.id));
  for (const { id, key: name } of found) if (!ids.has(name)) ids.set(name, id);
  const missing = [...wanted].filter(([name]) => !ids.has(name));
  if (missing.length === 0) return { companyId, images: [] };
  const ownerId = actor.sees === 'own' ? actor.memberId : null;
  const rows = missing.map(([name, spelled]) => {
    const id = newId();
    ids.set(name, id);
    return { workspaceId: tx.scope.workspaceId, id, name: spelled, ownerId, createdAt: now };
  });
  await tx.insert(companies).values(rows);
  return { companyId, images: rows.map(({ id }) => inserted('companies', { id, version: 1 })) };
}
