import Fastify, { type FastifyInstance } from 'fastify';
import { createFaults, type Fault } from './faults.ts';
import { acceptForms } from './form.ts';
import { type Channel, createOutbox, type Outbox } from './outbox.ts';
import { resendError, resendStandIn } from './resend.ts';
import { slackApiStandIn, slackError } from './slack.ts';
import { slackHooksStandIn } from './slack-hooks.ts';
import { twilioError, twilioStandIn } from './twilio.ts';

interface StandInOptions {
  now: () => Date;
  host?: string;
  port?: number;
  /** Refuse every other key; left out, any key of the vendor's form is accepted. */
  keys?: { twilioAuthToken?: string; slackBotToken?: string; resendApiKey?: string };
}

export interface StandInContext extends Pick<StandInOptions, 'now' | 'keys'> {
  outbox: ReturnType<typeof createOutbox>;
}

export interface StandIns {
  /** What to give each SDK as its base URL; response_urls are `slackHooks` and a path. */
  url: { twilio: string; slack: string; slackHooks: string; resend: string };
  outbox: Outbox;
  /** Makes the next requests to one vendor fail. */
  fail(channel: Channel, fault: Fault): void;
  close(): Promise<void>;
}

const BODY_LIMIT = 1024 * 1024;

/**
 * Starts one small HTTP server that answers as Twilio, Slack and Resend do, and keeps what would have been sent.
 * Listens on loopback, on a free port unless one is given. Throws when it cannot listen.
 */
export async function startStandIns({ now, keys, host = '127.0.0.1', port = 0 }: StandInOptions): Promise<StandIns> {
  const app = Fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  const outbox = createOutbox();
  const faults = createFaults();
  const context: StandInContext = { now, keys, outbox };
  acceptForms(app);
  app.setErrorHandler<{ statusCode?: number } & Error>((error, _request, reply) =>
    reply.code(error.statusCode ?? 400).send({ error: 'bad_request' }),
  );
  await app.register(twilioPrefix, { prefix: '/twilio' });
  await app.register(slackPrefix, { prefix: '/slack' });
  await app.register(resendPrefix, { prefix: '/resend' });
  const base = await app.listen({ host, port });
  return {
    url: {
      twilio: `${base}/twilio`,
      slack: `${base}/slack/api/`,
      slackHooks: `${base}/slack/hooks`,
      resend: `${base}/resend`,
    },
    outbox,
    fail: faults.fail,
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
}
