import type { Tx } from '@beback/db';
import { imports, members } from '@beback/db/schema';
import { and, desc, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { Actor } from '../context.ts';
import { listStages, type StageRow } from '../stage/stages.ts';
import type { ImportOptions } from './plan-row.rules.ts';
import type { EarlierMapping } from './recall-mapping.rules.ts';

/** What a file is read by: the dealership's stages, its people, its country and time zone. */
export async function readHabits(tx: Tx, actor: Actor): Promise<{ stages: StageRow[]; options: ImportOptions }> {
  const working = and(
    eq(members.workspaceId, tx.scope.workspaceId),
    eq(members.active, true),
    ne(members.role, 'read_only'),
  );
  const people = tx.select({ memberId: members.id, name: members.name, email: members.email }).from(members);
  const [stages, staff] = await Promise.all([listStages(tx), people.where(working)]);
  const { country, timeZone } = actor;
  const named = stages.map(({ id, name, kind }) => ({ stageId: id, name, kind }));
  return { stages, options: { country, timeZone, members: staff, stages: named } };
}

const mostRemembered = 50;

/** How the imports that this caller may see were read, the latest first; not those that were taken back. */
export async function readEarlierMappings(tx: Tx): Promise<EarlierMapping[]> {
  const rows = await tx
    .select({
      fileName: imports.fileName,
      at: imports.createdAt,
      headers: imports.headers,
      mapping: imports.mapping,
    })
    .from(imports)
    .where(
      and(
        eq(imports.workspaceId, tx.scope.workspaceId),
        inArray(imports.status, ['running', 'done']),
        isNotNull(imports.headers),
      ),
    )
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(mostRemembered);
  return rows.map((row) => ({ ...row, headers: row.headers ?? [] }));
}
