import type { Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Image, updated } from '../change/images.ts';
import { type Recorder, record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest } from '../errors.ts';
import { getCompany } from './companies.ts';
import type { ArchiveCompany } from './company-input.ts';

/**
 * Puts a company or household away; its people go where the caller says. One change, taken back as one. Throws NOT_FOUND,
 * and BAD_REQUEST (has_contacts) when it has people and nobody said where they go.
 */
export async function archiveCompany(
  tx: Tx,
  by: Recorder,
  { companyId, movePeopleTo }: z.infer<typeof ArchiveCompany>,
) {
  const { company, contacts: people } = await getCompany(tx, companyId);
  if (people > 0 && movePeopleTo === undefined)
    throw badRequest(`${company.name} still has customers. Say where they go.`, 'has_contacts');
  if (movePeopleTo === companyId)
    throw badRequest('They are there already. Choose another one.', 'same_company', {
      movePeopleTo: 'is the same one',
    });
  const next = movePeopleTo ? (await getCompany(tx, movePeopleTo)).company : null;
  const moved = people > 0 ? await movePeople(tx, companyId, next?.id ?? null) : [];
  const { after, image } = await rewrite(tx, 'companies', company, {
    archivedAt: by.services.clock.now().toISOString(),
  });
  const where =
    moved.length === 0 ? '' : next ? `; its people are with ${next.name} now` : '; its people stay without it';
  const { changeId } = await record(tx, by, {
    subject: { type: 'company', id: after.id },
    summary: `removed ${after.name}${where}`,
    images: [...moved, ...(image ? [image] : [])],
  });
  return { companyId: after.id, moved: moved.length, changeId };
}

async function movePeople(tx: Tx, from: string, to: string | null): Promise<Image[]> {
  const rows = await tx
    .update(contacts)
    .set({ companyId: to, version: sql`${contacts.version} + 1` })
    .where(
      and(eq(contacts.workspaceId, tx.scope.workspaceId), eq(contacts.companyId, from), isNull(contacts.archivedAt)),
    )
    .returning();
  return rows.map((row) =>
    updated('contacts', { ...row, companyId: from, version: row.version - 1 } as typeof row, row),
  );
}
