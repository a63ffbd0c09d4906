import { randomUUID } from 'node:crypto';
import type { Services } from '@beback/api';
import type { Env } from '@beback/config';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { IdentityPort } from '../identity/port.ts';
import { authRoutes } from './auth.ts';
import { compression } from './compression.ts';
import { developmentPages } from './development-pages.ts';
import { healthRoutes } from './health.ts';
import { limits } from './limits.ts';
import { pages } from './pages.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { createStreams } from './streams.ts';
import { trpcRoutes } from './trpc.ts';
import { answerErrors } from './wire-error.ts';

export interface AppOptions {
  env: Env;
  log: Logger;
  services: Services;
  identity: IdentityPort;
  dev: boolean;
}

/** The HTTP server with everything it answers; it does not listen yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { env, log, services, identity, dev } = options;
  const publicUrl = env.PUBLIC_URL;
  const streams = createStreams();
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    disableRequestLogging: true,
    genReqId: () => randomUUID(),
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    http: { headersTimeout: 15_000 },
    keepAliveTimeout: 72_000,
    // Behind a public address stands a proxy of ours; without one, whoever connects is the client.
    trustProxy: publicUrl === undefined ? false : ['loopback', 'linklocal', 'uniquelocal'],
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 4_000 },
  });
  app.addHook('preClose', async () => streams.end());

  answerErrors(app);
  logRequests(app);
  await securityHeaders(app, { https: publicUrl?.startsWith('https:') ?? false, dev });
  await limits(app);
  await compression(app);
  await app.register(cookie);
  await app.register(healthRoutes, { db: services.db });
  await app.register(trpcRoutes, { prefix: '/trpc', services, identity, streams, publicUrl });
  await app.register(authRoutes, { prefix: '/api/auth', identity, demo: services.signIn.demo });
  await (dev ? developmentPages(app) : pages(app));
  return app;
}
