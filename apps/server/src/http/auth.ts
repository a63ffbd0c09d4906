import { DatabaseUnavailable } from '@beback/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { LocalIdentity } from '../identity/port.ts';
import type { Shares } from '../limits/shares.ts';
import { networkOf, strictLimit } from './limits.ts';
import { isSameOrigin } from './same-origin.ts';
import { wireError } from './wire-error.ts';

interface Route {
  method: 'GET' | 'POST';
  perMinute: number;
  /** What of the body reaches the library; it could do more, trusting a browser for one, than is wanted here. */
  takes?: readonly string[];
}

/** Everything else that the sign-in library could answer stays closed. */
const routes: Record<string, Route> = {
  '/email-otp/send-verification-otp': { method: 'POST', perMinute: 5, takes: ['email', 'type'] },
  '/sign-in/email-otp': { method: 'POST', perMinute: 10, takes: ['email', 'otp'] },
  '/two-factor/enable': { method: 'POST', perMinute: 5, takes: [] },
  '/two-factor/verify-totp': { method: 'POST', perMinute: 10, takes: ['code'] },
  '/two-factor/verify-backup-code': { method: 'POST', perMinute: 10, takes: ['code'] },
  '/two-factor/disable': { method: 'POST', perMinute: 5, takes: ['code'] },
  '/two-factor/generate-backup-codes': { method: 'POST', perMinute: 5, takes: ['code'] },
  '/sign-out': { method: 'POST', perMinute: 60 },
  '/get-session': { method: 'GET', perMinute: 600 },
};

/** Codes of the demo are shown to everybody anyway. */
const demoFactor = 12;

/** Mails with codes in a quarter of an hour, for all processes together. */
const mails = { toOneAddress: 6, fromOneNetworkAddress: 40, seconds: 900 };
const tooManyMails = 'That is a lot of codes. Look for the last one in your mail, or wait a quarter of an hour.';

interface AuthOptions {
  identity: LocalIdentity;
  shares: Shares;
  demo: boolean;
  publicUrl: string | undefined;
}

/** Local sign-in below /api/auth, limited per network address and e-mail. */
export async function authRoutes(app: FastifyInstance, options: AuthOptions): Promise<void> {
  const factor = options.demo ? demoFactor : 1;
  app.addHook('onRequest', async (request, reply) => {
    const safe = request.method === 'GET' || isSameOrigin(request, options.publicUrl);
    if (!safe) return reply.code(403).send(wireError(403, request.id));
  });
  for (const [url, { method, perMinute, takes }] of Object.entries(routes)) {
    app.route({
      method,
      url,
      exposeHeadRoute: false,
      bodyLimit: 16 * 1024,
      config: { rateLimit: strictLimit(perMinute * factor, (request) => `${url} ${emailOf(request.body)}`) },
      handler: async (request, reply) => {
        if (!isLegible(request.body)) return reply.code(400).send(wireError(400, request.id));
        if (url === '/email-otp/send-verification-otp' && !(await mayMail(options.shares, request, factor)))
          return refuseMail(request, reply);
        const response = await options.identity.handle(toWebRequest(request, takes)).catch((cause) => {
          // All it can fail at is the database.
          throw new DatabaseUnavailable('the sign-in library failed', { cause });
        });
        return reply.send(url === '/get-session' && response.ok ? await withoutToken(response) : response);
      },
    });
  }
}

/** Nobody's mailbox is flooded, and nobody floods many. Counted for every address alike, whosever it is. */
async function mayMail(shares: Shares, request: FastifyRequest, factor: number): Promise<boolean> {
  const take = (key: string, most: number) => shares.take(key, { most: most * factor, seconds: mails.seconds });
  const [from, to] = await Promise.all([
    take(`codes from ${networkOf(request)}`, mails.fromOneNetworkAddress),
    take(`codes to ${emailOf(request.body).trim()}`, mails.toOneAddress),
  ]);
  return from.allowed && to.allowed;
}

function refuseMail(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.header('retry-after', String(mails.seconds));
  return reply.code(429).send(wireError(429, request.id, tooManyMails));
}

/** Pages ask who is signed in; what proves it stays in the cookie, where no script of a page can read it. */
async function withoutToken(response: Response): Promise<Response> {
  const known = (await response.json()) as { session?: Record<string, unknown> } | null;
  if (known?.session) delete known.session.token;
  return new Response(JSON.stringify(known), response);
}

function toWebRequest(request: FastifyRequest, takes: readonly string[] = []): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
  }
  // Where it comes from is what we found out, not what the request says.
  headers.set('x-forwarded-for', request.ip);
  const body = request.body === undefined ? undefined : JSON.stringify(onlyTaken(request.body, takes));
  const { method } = request;
  return new Request(new URL(request.url, `${request.protocol}://${request.host || 'localhost'}`), {
    method,
    headers,
    ...(body && { body }),
  });
}

/** The library's codes have other uses (another address, another password); here there is one. */
function onlyTaken(body: unknown, takes: readonly string[]): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const taken = Object.entries(body).filter(([name]) => takes.includes(name));
  return Object.fromEntries(taken.map(([name, value]) => [name, name === 'type' ? 'sign-in' : value]));
}

/** No text in it holds a character that the database refuses: the library passes on what it is given. */
function isLegible(body: unknown): boolean {
  const values = typeof body === 'object' && body !== null ? Object.values(body) : [];
  return values.every((value) => typeof value !== 'string' || (value.isWellFormed() && !/\p{Cc}/u.test(value)));
}

function emailOf(body: unknown): string {
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : '';
  return typeof email === 'string' ? email.toLowerCase().slice(0, 320) : '';
}
