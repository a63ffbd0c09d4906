import { DatabaseUnavailable } from '@beback/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { IdentityPort } from '../identity/port.ts';
import { strictLimit } from './limits.ts';
import { isSameOrigin } from './same-origin.ts';
import { wireError } from './wire-error.ts';

/** Everything else that the sign-in library could answer stays closed. */
const routes = {
  'POST /email-otp/send-verification-otp': 5,
  'POST /sign-in/email-otp': 10,
  'POST /sign-out': 60,
  'GET /get-session': 600,
} as const;

/** Codes of the demo are shown to everybody anyway. */
const demoFactor = 12;

/** Local sign-in below /api/auth, limited per address and e-mail. */
export async function authRoutes(
  app: FastifyInstance,
  { identity, demo, publicUrl }: { identity: IdentityPort; demo: boolean; publicUrl: string | undefined },
): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    const safe = request.method === 'GET' || isSameOrigin(request, publicUrl);
    if (!safe) return reply.code(403).send(wireError(403, request.id));
  });
  for (const [route, perMinute] of Object.entries(routes)) {
    const [method = 'GET', url = '/'] = route.split(' ');
    const max = demo ? perMinute * demoFactor : perMinute;
    app.route({
      method,
      url,
      exposeHeadRoute: false,
      bodyLimit: 16 * 1024,
      config: { rateLimit: strictLimit(max, (request) => `${url} ${emailOf(request.body)}`) },
      handler: async (request, reply) => {
        if (!isLegible(request.body)) return reply.code(400).send(wireError(400, request.id));
        const response = await identity.handle(toWebRequest(request)).catch((cause) => {
          // All it can fail at is the database.
          throw new DatabaseUnavailable('the sign-in library failed', { cause });
        });
        return reply.send(response);
      },
    });
  }
}

function toWebRequest(request: FastifyRequest): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (typeof value === 'string' && name !== 'content-length') headers.set(name, value);
  }
  const body = request.body === undefined ? undefined : JSON.stringify(onlySignIn(request.body));
  const { method } = request;
  return new Request(new URL(request.url, `${request.protocol}://${request.host || 'localhost'}`), {
    method,
    headers,
    ...(body && { body }),
  });
}

/** The library's codes have other uses (another address, another password); here there is one. */
function onlySignIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'type' in body ? { ...body, type: 'sign-in' } : body;
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
