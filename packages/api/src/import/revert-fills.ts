import type { Tx } from '@beback/db';
import { contacts, imports } from '@beback/db/schema';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Image } from '../change/images.ts';
import { rewrite } from '../change/rewrite.ts';
import { thisImport } from './imports.ts';

type ContactRow = typeof contacts.$inferSelect;

/** What the import filled in, newest first, and the companies it made: neither carries its id. */
export async function readImages(tx: Tx, importId: string): Promise<{ filled: Image[]; companies: string[] }> {
  const [row] = await tx.select({ images: imports.images }).from(imports).where(thisImport(tx, importId));
  const images = row?.images ?? [];
  return {
    filled: images.filter(({ before }) => before.table === 'contacts').reverse(),
    companies: images.flatMap(({ after }) => (after.table === 'companies' ? after.id : [])),
  };
}

/**
 * Takes out of known customers what the import filled in, field by field, where it still stands as it was filled in.
 * Takes the images newest first: a customer may have been filled in more than once.
 */
export async function emptyAgain(tx: Tx, filled: readonly Image[]): Promise<void> {
  const ids = [...new Set(filled.map(({ after }) => after.id))];
  const rows = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, tx.scope.workspaceId), inArray(contacts.id, ids), isNull(contacts.archivedAt)))
    .orderBy(asc(contacts.id))
    .for('update');
  await Promise.all(
    rows.map((row) => {
      const own = filled.filter(({ after }) => after.id === row.id);
      return rewrite(
        tx,
        'contacts',
        row,
        own.reduce<Partial<ContactRow>>((set, image) => former(row, set, image), {}),
      );
    }),
  );
}

function former(row: ContactRow, set: Partial<ContactRow>, { before, after }: Image): Partial<ContactRow> {
  const current: Record<string, unknown> = { ...row, ...set };
  const unchanged = Object.entries(after.row ?? {}).filter(
    ([column, value]) => JSON.stringify(current[column]) === JSON.stringify(value),
  );
  return { ...set, ...Object.fromEntries(unchanged.map(([column]) => [column, before.row?.[column] ?? null])) };
}
