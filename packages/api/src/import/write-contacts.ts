import type { Tx } from '@beback/db';
import { contacts } from '@beback/db/schema';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Image } from '../change/images.ts';
import { rewrite } from '../change/rewrite.ts';
import { contactValues } from './contact-rows.rules.ts';
import { type Fillable, fillContact } from './fill-contact.rules.ts';
import { findOrMakeCompanies } from './import-companies.ts';
import type { ImportRun } from './import-run.ts';
import type { ContactPlan } from './plan-contact.rules.ts';
import type { ResolvedRow } from './resolve-rows.rules.ts';

type ContactRow = typeof contacts.$inferSelect;
export type WritableRow = Exclude<ResolvedRow, { kind: 'refused' }>;

/** What became of a batch's customers. */
export interface WrittenContacts {
  /** What each customer is called. */
  names: Map<string, string>;
  /** Lines that added something to a customer who was there already. */
  filledLines: Set<number>;
  images: Image[];
}

/** Writes a batch's new customers in one statement, and fills in known ones where the import was told to. */
export async function writeContacts(tx: Tx, run: ImportRun, rows: readonly WritableRow[]): Promise<WrittenContacts> {
  const known = await lockContacts(
    tx,
    rows.flatMap((row) => (row.kind === 'known' ? row.contactId : [])),
  );
  const named = rows.flatMap((row) => (writes(run, row) ? (row.row.plan.contact.company ?? []) : []));
  const { companyId, images } = await findOrMakeCompanies(tx, run.actor, named, run.now);
  const made = new Map<string, Fillable>();
  const sets = new Map<string, Partial<Fillable>>();
  const filledLines = new Set<number>();
  for (const row of rows) {
    const { contact: plan } = row.row.plan;
    const links = { companyId: companyId(plan.company), ownerId: ownerOf(run, plan) };
    const there = known.get(row.contactId);
    const before = made.get(row.contactId) ?? (there && { ...there, ...sets.get(row.contactId) });
    if (row.kind === 'new') made.set(row.contactId, { ...contactValues(plan), ...links });
    else if (before && writes(run, row)) {
      const set = fillContact(before, plan, run.actor.role === 'rep' ? { ...links, ownerId: null } : links);
      if (Object.keys(set).length === 0) continue;
      filledLines.add(row.row.line);
      if (made.has(row.contactId)) made.set(row.contactId, { ...before, ...set });
      else sets.set(row.contactId, { ...sets.get(row.contactId), ...set });
    }
  }
  await insertContacts(tx, run, rows, made);
  const filled = await Promise.all([...sets].map(([id, set]) => fill(tx, run, known.get(id), set)));
  const names = new Map([...known, ...made].map(([id, { name }]) => [id, name]));
  return { names, filledLines, images: [...images, ...filled.flatMap((image) => image ?? [])] };
}

/** A rep's customers are the rep's; a manager's go to whom the file names. */
export function ownerOf({ actor }: ImportRun, plan: ContactPlan): string | null {
  return actor.role === 'rep' ? actor.memberId : plan.ownerId;
}

/** When a row says it came to be; null when it does not say, or says a day to come. */
export function createdAtOf({ now }: ImportRun, { createdAt }: ContactPlan): string | null {
  return createdAt && Date.parse(createdAt) <= Date.parse(now) ? createdAt : null;
}

function writes(run: ImportRun, row: WritableRow): boolean {
  return row.kind === 'new' || run.duplicates === 'update';
}

/** Known customers, held until the batch is written, always in the same order: two imports wait for each other. */
async function lockContacts(tx: Tx, ids: string[]): Promise<Map<string, ContactRow>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select()
    .from(contacts)
    .where(
      and(
        eq(contacts.workspaceId, tx.scope.workspaceId),
        inArray(contacts.id, [...new Set(ids)]),
        isNull(contacts.archivedAt),
      ),
    )
    .orderBy(asc(contacts.id))
    .for('update');
  return new Map(rows.map((row) => [row.id, row]));
}

async function insertContacts(tx: Tx, run: ImportRun, rows: readonly WritableRow[], made: Map<string, Fillable>) {
  const values = rows.flatMap((row) => {
    const columns = row.kind === 'new' ? made.get(row.contactId) : undefined;
    if (!columns) return [];
    const { importId, now } = run;
    const createdAt = createdAtOf(run, row.row.plan.contact) ?? now;
    return [{ workspaceId: tx.scope.workspaceId, id: row.contactId, ...columns, importId, createdAt }];
  });
  if (values.length > 0) await tx.insert(contacts).values(values);
}

/** What the import itself made a moment ago stays in its first version; anything else leaves an image to go back to. */
async function fill(tx: Tx, run: ImportRun, before: ContactRow | undefined, set: Partial<Fillable>) {
  if (!before) return null;
  if (before.importId !== run.importId) return (await rewrite(tx, 'contacts', before, set)).image;
  const own = and(eq(contacts.workspaceId, tx.scope.workspaceId), eq(contacts.id, before.id));
  await tx.update(contacts).set(set).where(own);
  return null;
}
