import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { StandInContext } from './server.ts';

interface Mail {
  from: string;
  to: string[];
  subject: string;
  text: string;
}
type Refusal = [status: number, name: string, message: string];
interface Remembered {
  until: number;
  payload: string;
  id: string;
}

const DAY_MS = 24 * 60 * 60_000;
const KEPT = 1000;
const ADDRESS = /^([^<>]*<[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+)$/;

/** Resend's send endpoint, with its idempotency keys; and the list of domains, for `check`. */
export async function resendStandIn(app: FastifyInstance, context: StandInContext): Promise<void> {
  const answered = new Map<string, Remembered>();
  app.addHook('preHandler', async (request, reply) => {
    const refusal = refuseKey(request, context.keys?.resendApiKey);
    if (refusal) return refuse(reply, refusal);
  });
  app.get('/domains', async () => ({ object: 'list', has_more: false, data: [] }));

  app.post('/emails', async (request, reply) => {
    const key = request.headers['idempotency-key']?.toString();
    const payload = JSON.stringify(request.body ?? null);
    const mail = readMail(request.body);
    if (isRefusal(mail)) return refuse(reply, mail);
    const misused = refuseReplay(answered, key, payload, context.now());
    if (misused) return refuse(reply, misused);
    const replayed = key === undefined ? undefined : answered.get(key);
    if (replayed) return { id: replayed.id };
    const id = randomUUID();
    if (key !== undefined) remember(answered, key, { until: context.now().getTime() + DAY_MS, payload, id });
    const at = context.now().toISOString();
    const { from, subject, text } = mail;
    context.outbox.add({ id, at, channel: 'email', to: mail.to.join(', '), from, subject, body: text });
    return { id };
  });
}

/** The body Resend sends with a refusal. */
export function resendError(
  statusCode: number,
  name = statusCode === 429 ? 'rate_limit_exceeded' : 'internal_server_error',
  message = 'Refused',
) {
  return { statusCode, name, message };
}

function refuse(reply: FastifyReply, refusal: Refusal) {
  return reply.code(refusal[0]).send(resendError(...refusal));
}

function refuseKey(request: FastifyRequest, expected: string | undefined): Refusal | undefined {
  const header = request.headers.authorization;
  if (!header) return [401, 'missing_api_key', 'Missing API key in the authorization header.'];
  const key = /^Bearer (re_\S+)$/.exec(header)?.[1];
  if (key && (expected === undefined || key === expected)) return undefined;
  return [403, 'invalid_api_key', 'API key is invalid'];
}

function refuseReplay(
  answered: Map<string, Remembered>,
  key: string | undefined,
  payload: string,
  now: Date,
): Refusal | undefined {
  if (key === undefined) return undefined;
  if (key.length < 1 || key.length > 256)
    return [400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.'];
  const earlier = answered.get(key);
  if (earlier && earlier.until < now.getTime()) answered.delete(key);
  else if (earlier && earlier.payload !== payload) {
    return [409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload.'];
  }
  return undefined;
}

function remember(answered: Map<string, Remembered>, key: string, answer: Remembered): void {
  answered.set(key, answer);
  const oldest = answered.keys().next().value;
  if (answered.size > KEPT && oldest !== undefined) answered.delete(oldest);
}

function readMail(body: unknown): Mail | Refusal {
  if (typeof body !== 'object' || body === null) return [422, 'missing_required_field', 'Missing `to` field.'];
  const { from, to, subject, text, html } = body as Record<string, unknown>;
  const recipients = Array.isArray(to) ? to : [to];
  if (typeof from !== 'string') return [422, 'missing_required_field', 'Missing `from` field.'];
  if (!to || recipients.length < 1) return [422, 'missing_required_field', 'Missing `to` field.'];
  if (typeof subject !== 'string') return [422, 'missing_required_field', 'Missing `subject` field.'];
  if (typeof text !== 'string' && typeof html !== 'string')
    return [422, 'validation_error', 'Missing `html` or `text` field.'];
  if (!ADDRESS.test(from)) return [422, 'invalid_from_address', 'Invalid `from` field.'];
  if (recipients.length > 50 || !recipients.every(isAddress)) return [422, 'validation_error', 'Invalid `to` field.'];
  return { from, to: recipients, subject, text: typeof text === 'string' ? text : String(html) };
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && ADDRESS.test(value);
}

function isRefusal(mail: Mail | Refusal): mail is Refusal {
  return Array.isArray(mail);
}
