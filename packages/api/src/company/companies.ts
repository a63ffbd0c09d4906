import type { Tx } from '@beback/db';
import { companies } from '@beback/db/schema';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import type { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import type { Recorder } from '../change/record.ts';
import { toE164 } from '../contact/phone.rules.ts';
import { badRequest, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import type { NewCompany } from './company-input.ts';

type CompanyRow = typeof companies.$inferSelect;

const contactCount = sql<number>`(select count(*)::int from contacts c where c.workspace_id = companies.workspace_id
  and c.company_id = companies.id and c.archived_at is null)`;

const openDeals = sql<number>`(select count(*)::int from contacts c
  join deals d on d.workspace_id = c.workspace_id and d.contact_id = c.id
  where c.workspace_id = companies.workspace_id and c.company_id = companies.id and c.archived_at is null
  and d.closed_at is null and d.archived_at is null)`;

/** A company, and how many of its people and of their open deals the caller sees. */
interface CountedCompany {
  company: CompanyRow;
  contacts: number;
  openDeals: number;
}

/** Companies with how many of their people and open deals the caller sees; the caller orders and limits. */
export function selectCompanies(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ company: companies, contacts: contactCount, openDeals })
    .from(companies)
    .where(and(eq(companies.workspaceId, tx.scope.workspaceId), isNull(companies.archivedAt), where))
    .$dynamic();
}

/** A company as it goes over the wire. */
export function toCompany({ company, contacts, openDeals: open }: CountedCompany) {
  const { id, name, kind, phone, website, note, version, createdAt } = company;
  return { companyId: id, name, kind, phone, website, note, version, createdAt, contacts, openDeals: open };
}

/** The company with its counts; throws NOT_FOUND. */
export async function getCompany(tx: Tx, companyId: string): Promise<CountedCompany> {
  const [row] = await selectCompanies(tx, eq(companies.id, companyId));
  if (!row) throw notFound('company');
  return row;
}

/** Writes a new company; a rep who sees their own becomes its owner. The caller records the change. */
export async function createCompany(
  tx: Tx,
  by: Recorder,
  input: z.infer<typeof NewCompany>,
): Promise<{ company: CompanyRow; image: Image }> {
  const [company] = await tx
    .insert(companies)
    .values({
      workspaceId: tx.scope.workspaceId,
      id: newId(),
      ...input,
      phone: readCompanyPhone(input.phone, by.actor.country) ?? null,
      ownerId: by.actor.sees === 'own' ? by.actor.memberId : null,
      createdAt: by.services.clock.now().toISOString(),
    })
    .returning();
  if (!company) throw new Error('the company was not written');
  return { company, image: inserted('companies', company) };
}

/** The phone in E.164; null and undefined stay what they are. Throws BAD_REQUEST when it cannot be read. */
export function readCompanyPhone(phone: string | null | undefined, country: string): string | null | undefined {
  if (!phone) return phone;
  const e164 = toE164(phone, country);
  if (!e164)
    throw badRequest(`"${phone}" is not a phone number that can be dialled.`, 'bad_phone', {
      phone: 'is not a phone number',
    });
  return e164;
}

/**
 * The company an input names by id or by name, made when there is none of that name; null takes the company away,
 * undefined leaves it. Throws NOT_FOUND for an id one may not see.
 */
export async function linkCompany(
  tx: Tx,
  by: Recorder,
  input: { companyId?: string | null; companyName?: string | null; companyKind?: CompanyRow['kind'] },
): Promise<{ company: CompanyRow; images: Image[] } | null | undefined> {
  if (input.companyId) return { company: (await getCompany(tx, input.companyId)).company, images: [] };
  if (!input.companyName) return input.companyId === null || input.companyName === null ? null : undefined;
  const [known] = await selectCompanies(tx, sql`lower(${companies.name}) = lower(${input.companyName})`)
    .orderBy(asc(companies.id))
    .limit(1);
  if (known) return { company: known.company, images: [] };
  const { company, image } = await createCompany(tx, by, { name: input.companyName, kind: input.companyKind });
  return { company, images: [image] };
}
