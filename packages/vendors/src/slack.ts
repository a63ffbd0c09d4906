import {
  type ChatPostMessageArguments,
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { slackQuietLogger } from './slack-quiet-logger.ts';
import { networkError, VendorError } from './vendor-error.ts';

interface SlackAnswer {
  text: string;
  blocks?: unknown[];
  responseType: 'ephemeral' | 'in_channel';
  replaceOriginal?: boolean;
}

export interface SlackPort {
  /** Posts into a channel. Throws VendorError; when `ambiguous`, the message may be there: Slack knows no idempotency key. */
  postMessage(message: { channel: string; text: string; blocks?: unknown[] }): Promise<{ channel: string; ts: string }>;
  /** Answers a command or a button through its response_url (5 times within 30 minutes). Throws VendorError. */
  respond(responseUrl: string, answer: SlackAnswer): Promise<void>;
  /** Says in one line which Slack workspace the token opens. Throws VendorError when it opens none. */
  check(): Promise<string>;
}

interface SlackOptions {
  botToken: string;
  /** Where a stand-in listens; Slack itself when left out. */
  apiUrl?: string;
  timeoutMs?: number;
}

/** Slack through its Web API client: a 10 s deadline and no retries, neither after a failure nor after a rate limit. */
export function createSlack({ botToken, apiUrl, timeoutMs = 10_000 }: SlackOptions): SlackPort {
  const client = new WebClient(botToken, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: slackQuietLogger,
  });
  return {
    async postMessage({ channel, text, blocks }) {
      const message = { channel, text, unfurl_links: false, unfurl_media: false, ...(blocks ? { blocks } : {}) };
      const posted = await client.chat.postMessage(message as ChatPostMessageArguments).catch(fail);
      return { channel: posted.channel ?? channel, ts: posted.ts ?? '' };
    },
    async respond(responseUrl, answer) {
      await respond(answerUrl(responseUrl, apiUrl), answer, timeoutMs);
    },
    async check() {
      const { team, user } = await client.auth.test().catch(fail);
      return `Slack: ${user} in "${team}"`;
    },
  };
}

async function respond(url: URL, { text, blocks, responseType, replaceOriginal }: SlackAnswer, timeoutMs: number) {
  const body = { text, blocks, response_type: responseType, replace_original: replaceOriginal ?? false };
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  }).catch((thrown) => {
    throw networkError('slack', thrown);
  });
  await response.body?.cancel();
  if (!response.ok) throw httpError(response.status);
}

/**
 * A response_url arrives from outside, in a request that was verified: only Slack's own hosts, the stand-in we were
 * pointed at, and this machine's own ports (where local tools listen) are ever called.
 */
function answerUrl(responseUrl: string, apiUrl: string | undefined): URL {
  const url = URL.parse(responseUrl);
  const isSlack = url?.protocol === 'https:' && /(^|\.)slack(-gov)?\.com$/.test(url.hostname);
  const isStandIn = apiUrl !== undefined && url?.origin === URL.parse(apiUrl)?.origin;
  const isLocal = url?.protocol === 'http:' && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  if (url && (isSlack || isStandIn || isLocal)) return url;
  throw new VendorError({ vendor: 'slack', code: 'foreign_response_url', retryable: false, ambiguous: false });
}

/** Slack's own words for "part of it may have succeeded". */
const UNCLEAR = new Set(['fatal_error', 'internal_error', 'request_timeout', 'service_unavailable']);

function fail(thrown: unknown): never {
  if (thrown instanceof WebAPIRateLimitedError) throw httpError(429);
  if (thrown instanceof WebAPIHTTPError) throw httpError(thrown.statusCode);
  if (thrown instanceof WebAPIRequestError) throw networkError('slack', thrown.original);
  if (thrown instanceof WebAPIPlatformError) throw platformError(thrown.data.error);
  // The client reports a 429 without a readable Retry-After as a bare Error.
  if (thrown instanceof Error && thrown.message.startsWith('Retry header')) throw httpError(429);
  throw networkError('slack', thrown);
}

function platformError(code: unknown): VendorError {
  const readable = typeof code === 'string' && /^[a-z_]{1,64}$/.test(code);
  if (!readable) {
    return new VendorError({ vendor: 'slack', code: 'unreadable_answer', retryable: false, ambiguous: true });
  }
  return new VendorError({ vendor: 'slack', code, retryable: code === 'ratelimited', ambiguous: UNCLEAR.has(code) });
}

function httpError(status: number): VendorError {
  const code = status === 429 ? 'ratelimited' : `http_${status}`;
  return new VendorError({ vendor: 'slack', code, retryable: status === 429, ambiguous: status >= 500 });
}
