import { createHash } from 'node:crypto';
import type { Tx } from '@beback/db';
import { apiKeys, members } from '@beback/db/schema';
import { and, desc, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { notFound } from '../errors.ts';
import { toMemberRef } from '../member/members.ts';

const creators = alias(members, 'creators');

/** What is kept of a key: its SHA-256, in hex. It holds 256 random bits, so nothing slower is needed. */
export function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** Keys with whom they act as and who made them, newest first. `after` is the last key of the page before. */
export async function readKeys(tx: Tx, { keyId, after, limit }: { keyId?: string; after?: string; limit: number }) {
  const { workspaceId } = tx.scope;
  const rows = await tx
    .select({ key: apiKeys, member: members, creator: creators })
    .from(apiKeys)
    .innerJoin(members, and(eq(members.workspaceId, apiKeys.workspaceId), eq(members.id, apiKeys.memberId)))
    .innerJoin(creators, and(eq(creators.workspaceId, apiKeys.workspaceId), eq(creators.id, apiKeys.createdBy)))
    .where(
      and(
        eq(apiKeys.workspaceId, workspaceId),
        keyId ? eq(apiKeys.id, keyId) : undefined,
        after ? sql`${apiKeys.id} < ${after}::uuid` : undefined,
      ),
    )
    .orderBy(desc(apiKeys.id))
    .limit(limit);
  return rows.map(({ key, member, creator }) => ({
    keyId: key.id,
    name: key.name,
    prefix: key.prefix,
    scope: key.scope,
    member: toMemberRef(member),
    createdBy: toMemberRef(creator),
    createdAt: new Date(key.createdAt).toISOString(),
    expiresAt: instant(key.expiresAt),
    lastUsedAt: instant(key.lastUsedAt),
    lastUsedFrom: key.lastUsedFrom,
    revokedAt: instant(key.revokedAt),
  }));
}

/** One key as the list shows it; throws NOT_FOUND. */
export async function getKey(tx: Tx, keyId: string) {
  const [key] = await readKeys(tx, { keyId, limit: 1 });
  if (!key) throw notFound('key');
  return key;
}

function instant(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
