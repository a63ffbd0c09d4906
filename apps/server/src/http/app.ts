import { randomUUID } from 'node:crypto';
import type { Services } from '@beback/api';
import type { Env } from '@beback/config';
import cookie from '@fastify/cookie';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';
import type { Bot } from '../bot.ts';
import { createDemoPhone, createDemoSlack } from '../demo/signed-requests.ts';
import { withKeys } from '../identity/keys.ts';
import type { Identity } from '../identity/port.ts';
import type { Shares } from '../limits/shares.ts';
import type { Metrics } from '../metrics.ts';
import type { Secrets } from '../secrets.ts';
import type { Vendors } from '../vendors.ts';
import { authRoutes } from './auth.ts';
import { createCallerLimits } from './caller-limits.ts';
import { clerkRoutes } from './clerk.ts';
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
  identity: Identity;
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
  const clerkOrigin = identity.mode === 'clerk' ? identity.frontendOrigin : undefined;
  const loggerInstance: FastifyBaseLogger = log;
  const app: FastifyInstance = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: () => randomUUID(),
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    // Nothing moves on a connection whose client does not read, either. Live streams ping.
    connectionTimeout: 120_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
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
  securityHeaders(app, { https: publicUrl?.startsWith('https:') ?? false, dev, clerkOrigin });
  await limits(app, shares);
  await compression(app);
  await app.register(cookie);
  await app.register(healthRoutes, { db: services.db });
  await app.register(trpcRoutes, { prefix: '/trpc', ...caller, services, streams, publicUrl });
  await registerSignIn(app, options);
  await app.register(exportRoutes, { ...caller, services });
  await app.register(slackRoutes, { bot });
  await app.register(smsRoutes, { bot });
  await registerDemo(app, options, streams);
  await (dev ? developmentPages(app) : pages(app));
  return app;
}

/** Local sign-in has routes of its own; Clerk's are Clerk's, who tells us what happened there. */
async function registerSignIn(app: FastifyInstance, given: AppOptions): Promise<void> {
  const { identity, shares } = given;
  if (identity.mode === 'clerk') return app.register(clerkRoutes, { identity });
  const { demo } = given.services.signIn;
  return app.register(authRoutes, { prefix: '/api/auth', identity, shares, demo, publicUrl: given.env.PUBLIC_URL });
}

async function registerDemo(app: FastifyInstance, options: AppOptions, streams: Streams): Promise<void> {
  const { env, services, identity, secrets, addresses, vendors } = options;
  const { standIns } = vendors;
  if (!services.signIn.demo || !standIns || identity.mode !== 'local') return;
  const phone = createDemoPhone(env.TWILIO_REP_NUMBER, secrets, addresses);
  const slack = createDemoSlack(secrets, addresses, standIns);
  await app.register(demoRoutes, { services, identity, standIns, phone, slack, streams, publicUrl: env.PUBLIC_URL });
}
