import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One line per answered request: its id, route, status and duration. Never a query, a body or an address. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const fields = {
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (reply.statusCode >= 500) request.log.warn(fields, 'answered');
    else if (fields.route === 'page') request.log.debug(fields, 'answered');
    else request.log.info(fields, 'answered');
  });
}

/** The route's pattern, or the procedures for tRPC: what may be counted and logged. */
export function routeOf(request: FastifyRequest): string {
  const { url } = request.routeOptions;
  if (url === undefined || url === '/*') return 'page';
  if (!url.startsWith('/trpc/')) return url;
  const named = /^\/trpc\/([a-zA-Z.,]{1,200})(\?|$)/.exec(request.url)?.[1];
  return named ? `/trpc/${named}` : '/trpc';
}
