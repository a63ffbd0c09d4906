import { apiKeys } from '@beback/db/schema';
import { and, eq, isNull, lte, or } from 'drizzle-orm';
import { scopeOf } from '../acting.ts';
import { record } from '../change/record.ts';
import type { Actor, Services } from '../context.ts';
import { dayIn } from '../time/day.rules.ts';
import { hashKey } from './keys.ts';

const minuteMs = 60_000;
const daySeconds = 86_400;
const kept = 10_000;

/**
 * Gives the function that notes the use of API keys: when and from where one was last used, at most once a minute; and a line
 * in the record of changes, once for a key, an address and a day, by whichever process sees it first. Throws what the
 * database throws.
 */
export function createKeyUse(services: Services) {
  const noted = new Map<string, number>();

  function isDue(keyId: string, now: number): boolean {
    const before = noted.get(keyId);
    if (before !== undefined && now - before < minuteMs) return false;
    noted.delete(keyId);
    noted.set(keyId, now);
    const [oldest] = noted.keys();
    if (noted.size > kept && oldest !== undefined) noted.delete(oldest);
    return true;
  }

  return async (actor: Actor, address: string): Promise<void> => {
    const { keyId } = actor;
    const now = services.clock.now();
    if (!keyId || !isDue(`${keyId} ${address}`, now.getTime())) return;
    const day = dayIn(now, actor.timeZone);
    const asked = { wanted: 1, most: 1, seconds: daySeconds };
    const { granted } = await services.db.identity.takeShare(
      hashKey(`key.use ${keyId} ${address} ${day}`),
      asked,
      new Date(),
    );
    const minuteAgo = new Date(now.getTime() - minuteMs).toISOString();
    await services.db.tenant(scopeOf(actor), async (tx) => {
      const [used] = await tx
        .update(apiKeys)
        .set({ lastUsedAt: now.toISOString(), lastUsedFrom: address })
        .where(
          and(
            eq(apiKeys.workspaceId, tx.scope.workspaceId),
            eq(apiKeys.id, keyId),
            granted > 0 ? undefined : or(isNull(apiKeys.lastUsedAt), lte(apiKeys.lastUsedAt, minuteAgo)),
          ),
        )
        .returning({ name: apiKeys.name });
      if (!used || granted === 0) return;
      const by = { actor, door: 'api' as const, procedure: 'key.use', services, address };
      const subject = { type: 'key', id: keyId };
      await record(tx, by, { subject, summary: `used the API key "${used.name}"`, images: [] });
    });
  };
}
