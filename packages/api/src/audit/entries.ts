import type { Tx } from '@beback/db';
import { apiKeys, changes, contacts, deals, members } from '@beback/db/schema';
import { and, eq, inArray, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { subjectLabel } from './audit.rules.ts';

const subjectMembers = alias(members, 'subject_members');
const subjectKeys = alias(apiKeys, 'subject_keys');

/** Every entry of the record that the caller may see, with the names that stand behind its ids; unordered. */
export function selectEntries(tx: Tx, where: SQL | undefined) {
  const { workspaceId, memberId, keyId, subjectType, subjectId } = changes;
  const here = <T extends typeof members | typeof contacts | typeof deals | typeof apiKeys>(table: T) =>
    eq(table.workspaceId, workspaceId);
  return tx
    .select({
      changeId: changes.id,
      seq: changes.seq,
      at: changes.createdAt,
      memberId,
      memberName: members.name,
      door: changes.door,
      address: changes.address,
      keyName: apiKeys.name,
      procedure: changes.procedure,
      summary: changes.summary,
      subjectType,
      subjectId,
      dealId: changes.dealId,
      contactName: contacts.name,
      dealNumber: deals.number,
      subjectMember: subjectMembers.name,
      subjectKey: subjectKeys.name,
    })
    .from(changes)
    .leftJoin(members, and(here(members), eq(members.id, memberId)))
    .leftJoin(apiKeys, and(here(apiKeys), eq(apiKeys.id, keyId)))
    .leftJoin(contacts, and(here(contacts), eq(contacts.id, changes.contactId)))
    .leftJoin(deals, and(here(deals), eq(deals.id, changes.dealId)))
    .leftJoin(
      subjectMembers,
      and(eq(subjectMembers.workspaceId, workspaceId), eq(subjectMembers.id, subjectId), isAbout('member', 'session')),
    )
    .leftJoin(subjectKeys, and(eq(subjectKeys.workspaceId, workspaceId), eq(subjectKeys.id, subjectId), isAbout('key')))
    .where(and(eq(workspaceId, tx.scope.workspaceId), where))
    .$dynamic();
}

const isAbout = (...types: string[]) => inArray(changes.subjectType, types);

type EntryRow = Awaited<ReturnType<typeof selectEntries>>[number];

/** An entry as the log shows it. */
export function toEntry(row: EntryRow) {
  const { subjectType: type, subjectId: id, contactName, dealNumber, subjectMember, subjectKey, ...entry } = row;
  return { ...entry, subject: { type, id, label: subjectLabel(row) } };
}
