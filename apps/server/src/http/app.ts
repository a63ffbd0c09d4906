import { randomUUID } from 'node:crypto';
import type { Services } from '@beback/api';
import type { Env } from '@beback/config';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import { createDemoPhone, createDemoSlack } from '../demo/signed-requests.ts';
import type { IdentityPort } from '../identity/port.ts';
import { withKeys } from '../identity/keys.ts';
import type { Shares } from '../limits/shares.ts';
import type { Metrics } from '../metrics.ts';
import type { Secrets } from '../secrets.ts';
import type { Vendors } from '../vendors.ts';
import { authRoutes } from './auth.ts';
import { createCallerLimits } from './caller-limits.ts';
import { compression } from './compression.ts';
import { demoRoutes } from './demo.ts';
import { developmentPages } from './development-pages.ts';
import { exportRoutes } from './exports.ts';
import { healthRoutes } from './health.ts';
import { limits } from './limits.ts';
import type { LocalAddresses } from './local-addresses.ts';
import { slackRoutes, smsRoutes } from './message-doors.ts';
import { metricsRoutes } from './metrics.ts';
import { pages } from './pages.ts';
import { logRequests } from './request-log.ts';
import { securityHeaders } from './security-headers.ts';
import { createStreams, type Streams } from './streams.ts';
import { trpcRoutes } from './trpc.ts';
import { answerErrors, answerUnreadable } from './wire-error.ts';

export interface AppOptions {
  env: Env;
  log: Logger;
  services: Services;
  identity: IdentityPort;
  bot: Bot;
  vendors: Vendors;
  secrets: Secrets;
  addresses: LocalAddresses;
  metrics: Metrics;
  shares: Shares;
  dev: boolean;
}

/** The HTTP server with everything it answers; it does not listen yet. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { env, log, services, identity, bot, metrics, shares, dev } = options;
  const publicUrl = env.PUBLIC_URL;
  const streams = createStreams();
  const caller = { identity: withKeys(identity, services), countCalls: createCallerLimits(shares) };
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    // Nothing moves on a connection whose client does not read, either. Live streams ping.
    connectionTimeout: 120_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000 },
    keepAliveTimeout: 72_000,
    // Behind a public address stands a proxy of ours; without one, whoever connects is the client.
    trustProxy: publicUrl === undefined ? false : ['loopback', 'linklocal', 'uniquelocal'],
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 4_000 },
    frameworkErrors: answerUnreadable,
  });
  app.addHook('preClose', async () => streams.end());

  answerErrors(app);
  logRequests(app);
  metrics.countLiveClients(streams.size);
  metricsRoutes(app, { metrics, token: env.METRICS_TOKEN });
  securityHeaders(app, { https: publicUrl?.startsWith('https:') ?? false, dev });
  await limits(app, shares);
  await compression(app);
  await app.register(cookie);
  await app.register(healthRoutes, { db: services.db });
  await app.register(trpcRoutes, { prefix: '/trpc', ...caller, services, streams, publicUrl });
  await app.register(authRoutes, { prefix: '/api/auth', identity, demo: services.signIn.demo, publicUrl });
  await app.register(exportRoutes, { ...caller, services });
  await app.register(slackRoutes, { bot });
  await app.register(smsRoutes, { bot });
  await registerDemo(app, options, streams);
  await (dev ? developmentPages(app) : pages(app));
  return app;
}

async function registerDemo(app: FastifyInstance, options: AppOptions, streams: Streams): Promise<void> {
  const { env, services, identity, secrets, addresses, vendors } = options;
  const { standIns } = vendors;
  if (!services.signIn.demo || !standIns) return;
  const phone = createDemoPhone(env.TWILIO_REP_NUMBER, secrets, addresses);
  const slack = createDemoSlack(secrets, addresses, standIns);
  await app.register(demoRoutes, { services, identity, standIns, phone, slack, streams, publicUrl: env.PUBLIC_URL });
}
