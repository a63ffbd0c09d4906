import { timingSafeEqual } from 'node:crypto';
import { appRouter } from '@beback/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.ts';
import { isLocalTool } from './limits.ts';
import { wireError } from './wire-error.ts';

/** Counts every answered request and shows the counts at /metrics: on this machine, or to who knows METRICS_TOKEN. */
export function metricsRoutes(
  app: FastifyInstance,
  { metrics, token }: { metrics: Metrics; token: string | undefined },
): void {
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeLabel(request), status: reply.statusCode };
    metrics.request(labels, reply.elapsedTime / 1_000);
  });
  app.get('/metrics', async (request, reply) => {
    if (!isLocalTool(request) && !knowsToken(request, token)) return reply.code(403).send(wireError(403, request.id));
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

function knowsToken({ headers }: FastifyRequest, token: string | undefined): boolean {
  if (!token) return false;
  const given = Buffer.from(headers.authorization ?? '');
  const expected = Buffer.from(`Bearer ${token}`);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** A label has few values: routes, and the procedures there are. */
function routeLabel(request: FastifyRequest): string {
  const { url } = request.routeOptions;
  if (url === undefined || url === '/*') return 'page';
  if (!url.startsWith('/trpc/')) return url;
  const path = request.url.slice('/trpc/'.length).split('?')[0] ?? '';
  if (path.includes(',')) return '/trpc/(several)';
  return path in appRouter._def.procedures ? `/trpc/${path}` : '/trpc/(unknown)';
}
