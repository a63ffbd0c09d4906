import rateLimit, { type RateLimitOptions } from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { rateLimitStore } from '../limits/rate-limit-store.ts';
import type { Shares } from '../limits/shares.ts';
import { wireError } from './wire-error.ts';

/** Per network address and minute; a dealership's people often share one. */
const perAddress = 1_200;
const minuteMs = 60_000;

/** Keeps one client from taking everybody's share, and the process from taking more than it can do. */
export async function limits(app: FastifyInstance, shares: Shares): Promise<void> {
  app.addHook('onRequest', refuseUnreadable);
  await app.register(rateLimit, {
    global: true,
    max: perAddress,
    timeWindow: minuteMs,
    store: rateLimitStore(shares),
    allowList: isLocalTool,
    keyGenerator: (request) => `address ${networkOf(request)}`,
    errorResponseBuilder: tooOften,
  });
  await app.register(underPressure, {
    maxEventLoopDelay: 3_000,
    sampleInterval: 1_000,
    retryAfter: 5,
    pressureHandler: (request, reply) => {
      if (request.url === '/healthz' || request.url === '/metrics') return;
      void reply.code(503).header('retry-after', '5').send(wireError(503, request.id));
    },
  });
}

/** What cannot be answered is refused before anything builds on it: an address that is none, and a client that has hung up. */
async function refuseUnreadable(request: FastifyRequest, reply: FastifyReply) {
  if (request.socket.remoteAddress === undefined) return reply.hijack();
  const hosts = [request.headers.host ?? 'localhost', request.host || 'localhost'];
  if (!hosts.every((host) => URL.canParse(`http://${host}`))) return reply.code(400).send(wireError(400, request.id));
}

/** A limit of its own for a route that can be guessed at or abused; `key` says what is counted beside the address. */
export function strictLimit(max: number, key: (request: FastifyRequest) => string): RateLimitOptions {
  return {
    max,
    timeWindow: minuteMs,
    hook: 'preHandler',
    allowList: () => false,
    keyGenerator: (request) => `route ${networkOf(request)} ${key(request)}`,
    errorResponseBuilder: tooOften,
  };
}

/** What a request is refused with when it was one too many. */
export function tooOften(): Error {
  return Object.assign(new Error('too many requests'), { statusCode: 429 });
}

/** Who is counted as one: an IPv4 address, or the /64 that a single IPv6 customer has to itself. */
export function networkOf({ ip }: FastifyRequest): string {
  return rateLimit.normalizeIP(ip);
}

/** This machine's own programs; a proxy on this machine says on whose behalf it asks. */
export function isLocalTool(request: FastifyRequest): boolean {
  return request.headers['x-forwarded-for'] === undefined && isLoopback(request.socket.remoteAddress);
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || address?.startsWith('127.') === true || address?.startsWith('::ffff:127.') === true;
}
