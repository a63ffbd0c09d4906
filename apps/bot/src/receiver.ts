import { verifySlack } from '@beback/vendors';
import type { App, Receiver } from '@slack/bolt';
import { type HttpAnswer, plain } from './http-answer.ts';
import { readSlackRequest, type SlackDelivery } from './slack-delivery.ts';

type Headers = Record<string, string | string[] | undefined>;

interface ReceiverOptions {
  signingSecret: string;
  now: () => Date;
  /** Keeps a delivery until it is handled; the same externalId again is no error and changes nothing. */
  store(delivery: SlackDelivery): Promise<void>;
}

/**
 * Bolt's receiver for deliveries that outlive the request. Bolt's own acknowledges an event before anybody has kept it;
 * this one verifies the raw bytes, stores, answers, and hands the stored delivery to Bolt later.
 */
export class SlackReceiver implements Receiver {
  readonly #options: ReceiverOptions;
  #app: App | undefined;

  constructor(options: ReceiverOptions) {
    this.#options = options;
  }

  init(app: App): void {
    this.#app = app;
  }
  async start(): Promise<void> {}
  async stop(): Promise<void> {}

  /** Takes one request to /slack/events and gives its answer. Throws what `store` throws: Slack then delivers again. */
  async receive(rawBody: Buffer, headers: Headers): Promise<HttpAnswer> {
    const { signingSecret, now, store } = this.#options;
    const timestamp = one(headers['x-slack-request-timestamp']);
    const signature = one(headers['x-slack-signature']);
    if (!verifySlack({ signingSecret, timestamp, signature, rawBody, now: now() })) return plain(401);
    const request = readSlackRequest(rawBody, one(headers['content-type']) ?? '');
    if (request.kind === 'malformed') return plain(400);
    if (request.kind === 'challenge') return plain(200, request.challenge);
    if (request.kind === 'delivery') await store({ ...request, ...retry(headers) });
    return plain(200);
  }

  /** Lets Bolt handle a stored delivery. Throws what its listeners throw. */
  async process({ body, externalId, retryNum, retryReason }: SlackDelivery): Promise<void> {
    const ack = async () => {};
    await this.#app?.processEvent({ body, ack, retryNum, retryReason, customProperties: { externalId } });
  }
}

function retry(headers: Headers): Pick<SlackDelivery, 'retryNum' | 'retryReason'> {
  const number = Number(one(headers['x-slack-retry-num']));
  return number > 0 ? { retryNum: number, retryReason: one(headers['x-slack-retry-reason']) } : {};
}

function one(header: string | string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : undefined;
}
