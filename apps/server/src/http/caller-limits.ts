import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../identity/port.ts';
import type { Limit, Shares, Taken } from '../limits/shares.ts';
import { isLocalTool, tooOften } from './limits.ts';

/** Calls a minute: of a person, wherever they are signed in, and of an API key. */
const perPerson = 1_200;
const perKey = 600;

/** Counts a request's calls for whoever sent it, and refuses those above the limit. */
export type CountCalls = (request: FastifyRequest, reply: FastifyReply, visitor: Visitor | null) => Promise<void>;

/**
 * The limits of people and keys, held by all processes together. Every answer says what is left; who has had enough is
 * refused with 429 and Retry-After. This machine's own programs are not counted, unless they come with a key.
 */
export function createCallerLimits(shares: Shares): CountCalls {
  return async (request, reply, visitor) => {
    const counted = visitor && whoIsCounted(request, visitor);
    if (!counted) return;
    const { key, limit } = counted;
    let taken: Taken | undefined;
    for (let calls = callsOf(request); calls > 0 && taken?.allowed !== false; calls -= 1)
      taken = await shares.take(key, limit);
    if (!taken) return;
    const seconds = Math.ceil(taken.resetsInMs / 1_000);
    reply.headers({
      'x-ratelimit-limit': limit.most,
      'x-ratelimit-remaining': taken.remaining,
      'x-ratelimit-reset': seconds,
    });
    if (taken.allowed) return;
    reply.header('retry-after', seconds);
    throw tooOften();
  };
}

function whoIsCounted(request: FastifyRequest, { row }: Visitor): { key: string; limit: Limit } | null {
  if (row.keyId) return { key: `key ${row.keyId}`, limit: { most: perKey, seconds: 60 } };
  if (isLocalTool(request)) return null;
  return { key: `person ${row.email}`, limit: { most: perPerson, seconds: 60 } };
}

/** A batch is as many calls as it names. */
function callsOf({ url, routeOptions }: FastifyRequest): number {
  if (!routeOptions.url?.startsWith('/trpc/')) return 1;
  const [path = ''] = url.split('?');
  return Math.min(path.split(/,|%2c/i).length, 10);
}
