import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Shares } from './shares.ts';

/** The shared limits as @fastify/rate-limit keeps its counts. */
export function rateLimitStore(shares: Shares): FastifyRateLimitStoreCtor {
  return class implements FastifyRateLimitStore {
    incr(...[key, answer, timeWindow, max]: Parameters<FastifyRateLimitStore['incr']>): void {
      void shares.take(key, { most: max, seconds: timeWindow / 1_000 }).then(({ allowed, remaining, resetsInMs }) => {
        answer(null, { current: allowed ? max - remaining : max + 1, ttl: resetsInMs });
      });
    }

    child(): FastifyRateLimitStore {
      return this;
    }
  };
}
