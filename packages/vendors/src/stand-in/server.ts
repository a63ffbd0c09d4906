import Fastify, { type FastifyInstance } from 'fastify';
import { type ClerkState, clerkError, createClerkStandIn } from './clerk.ts';
import { createFaults, type Failing, type Fault } from './faults.ts';
import { acceptForms } from './form.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { resendError, resendStandIn } from './resend.ts';
import { slackApiStandIn, slackError } from './slack.ts';
import { slackHooksStandIn } from './slack-hooks.ts';
import { twilioError, twilioStandIn } from './twilio.ts';

interface StandInOptions {
  now: () => Date;
  host?: string;
  port?: number;
  /** Refuse every other key; left out, any key of the vendor's form is accepted. */
  keys?: { twilioAuthToken?: string; slackBotToken?: string; resendApiKey?: string; clerkSecretKey?: string };
}

export interface StandInContext extends Pick<StandInOptions, 'now' | 'keys'> {
  outbox: ReturnType<typeof createOutbox>;
}

export interface StandIns {
  /** What to give each SDK as its base URL; response_urls are `slackHooks` and a path. */
  url: { twilio: string; slack: string; slackHooks: string; resend: string; clerk: string };
  outbox: Outbox;
  /** Makes the next requests to one vendor fail. */
  fail(channel: Failing, fault: Fault): void;
  /** Clerk's users and sessions, to be set up as a test needs them. */
  clerk: ClerkState;
  close(): Promise<void>;
}

const BODY_LIMIT = 1024 * 1024;

/**
 * Starts one small HTTP server that answers as Twilio, Slack, Resend and Clerk do, and keeps what would have been sent.
 * Listens on loopback, on a free port unless one is given. Throws when it cannot listen.
 */
export async function startStandIns({ now, keys, host = '127.0.0.1', port = 0 }: StandInOptions): Promise<StandIns> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  const outbox = createOutbox();
  const faults = createFaults();
  const clerk = createClerkStandIn(keys?.clerkSecretKey);
  const context: StandInContext = { now, keys, outbox };
  acceptForms(app);
  app.setErrorHandler<{ statusCode?: number } & Error>((error, _request, reply) =>
    reply.code(error.statusCode ?? 400).send({ error: 'bad_request' }),
  );
  await app.register(twilioPrefix, { prefix: '/twilio' });
  await app.register(slackPrefix, { prefix: '/slack' });
  await app.register(resendPrefix, { prefix: '/resend' });
  await app.register(clerkPrefix, { prefix: '/clerk' });
  const base = await app.listen({ host, port });
  return {
    url: {
      twilio: `${base}/twilio`,
      slack: `${base}/slack/api/`,
      slackHooks: `${base}/slack/hooks`,
      resend: `${base}/resend`,
      clerk: `${base}/clerk`,
    },
    outbox,
    fail: faults.fail,
    clerk: clerk.state,
    close: () => app.close(),
  };

  async function twilioPrefix(scope: FastifyInstance) {
    faults.install(scope, 'sms', (status) => twilioError(status));
    await twilioStandIn(scope, context);
  }
  async function slackPrefix(scope: FastifyInstance) {
    faults.install(scope, 'slack', (status) => slackError(status === 429 ? 'ratelimited' : 'internal_error'));
    await scope.register(slackApi, { prefix: '/api' });
    await scope.register(slackHooks, { prefix: '/hooks' });
  }
  async function slackApi(scope: FastifyInstance) {
    await slackApiStandIn(scope, context);
  }
  async function slackHooks(scope: FastifyInstance) {
    await slackHooksStandIn(scope, context);
  }
  async function resendPrefix(scope: FastifyInstance) {
    faults.install(scope, 'email', (status) => resendError(status));
    await resendStandIn(scope, context);
  }
  async function clerkPrefix(scope: FastifyInstance) {
    faults.install(scope, 'clerk', (status) => clerkError(status === 429 ? 'too_many_requests' : 'internal_error'));
    clerk.install(scope);
  }
}
