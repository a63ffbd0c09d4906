import { readFileSync } from 'node:fs';
import type postgres from 'postgres';

const script = readFileSync(new URL('dealerships.sql', import.meta.url), 'utf8');
const kinds = ['workspace', 'pipeline', 'stage', 'member', 'contact', 'deal'] as const;
const hex = (value: number, width: number) => value.toString(16).padStart(width, '0');

/** Each dealership has as many open deals as this, as many closed ones and as many customers. */
export const openDeals = 500;
/** The number of the dealership that is measured. */
const measured = 1;

/** The id of a row of the measured dealership: the how-manieth of its kind. */
export const idOf = (kind: (typeof kinds)[number], n: number) =>
  `${hex(measured, 8)}-${hex(kinds.indexOf(kind), 4)}-7000-8000-${hex(n, 12)}`;

export const workspaceId = idOf('workspace', 0);
export const sessionToken = 'bench-session-of-the-manager';
export const managerId = idOf('member', 2);
export const managerName = 'Aisha Miller';
/** The stages a deal can be moved through for ever. */
export const openStages = [1, 2, 3, 4, 5, 6, 7].map((n) => idOf('stage', n));

/**
 * Makes so many dealerships, the measured one among them, in an empty database, and tidies up as autovacuum would in time.
 * The measured one's manager is signed in with `sessionToken`.
 */
export async function makeDealerships(admin: postgres.Sql, count: number): Promise<void> {
  const numbers: Record<string, number> = { count, open: openDeals };
  await admin.unsafe(script.replace(/(?<!:):(count|open)\b/g, (_, name: string) => String(numbers[name])));
  await admin`insert into auth."user" (id, name, email, email_verified, created_at, updated_at)
    values ('bench', 'Manager', ${`member2@store${measured}.example`}, true, now(), now())`;
  await admin`insert into auth.session (id, token, user_id, expires_at, created_at, updated_at)
    values ('bench', ${sessionToken}, 'bench', now() + interval '1 day', now(), now())`;
  await admin.unsafe('vacuum (freeze, analyze)');
  await admin.unsafe('checkpoint');
}
