import { type IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

interface Given {
  https: boolean;
  /** Loosens what Vite's hot reload needs. */
  dev: boolean;
  /** Where Clerk's part of the sign-in pages comes from, where Clerk signs people in. */
  clerkOrigin?: string | undefined;
}

/** What no page of ours uses, whoever asks for it. */
const unused = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb'];

/**
 * Headers that hold the browser to our own scripts, styles and addresses, on every answer. Nothing is kept by anybody on its
 * way, unless the route says otherwise.
 */
export function securityHeaders(app: FastifyInstance, given: Given): void {
  const headers = { ...fixedHeaders(given), 'cache-control': 'no-store' };
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}

/** What helmet sets is the same for every answer: it is asked once, which saves a twentieth of a small request. */
function fixedHeaders(given: Given): Record<string, string> {
  const answer = new ServerResponse({ method: 'GET' } as IncomingMessage);
  const set = helmet({
    xFrameOptions: { action: 'deny' },
    contentSecurityPolicy: { useDefaults: false, directives: policy(given) },
    strictTransportSecurity: given.https ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'same-origin' },
  });
  set(answer.req, answer, () => {});
  answer.setHeader('permissions-policy', unused.map((feature) => `${feature}=()`).join(', '));
  return Object.fromEntries(Object.entries(answer.getHeaders()).map(([name, value]) => [name, String(value)]));
}

function policy({ dev, clerkOrigin }: Given) {
  const clerk = clerkOrigin ? [clerkOrigin] : [];
  // Clerk tells people from programs with Cloudflare's help.
  const challenges = clerkOrigin ? ['https://challenges.cloudflare.com'] : [];
  return {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'", ...(dev ? ["'unsafe-inline'"] : []), ...clerk, ...challenges],
    scriptSrcAttr: ["'none'"],
    // Mantine writes style elements, which hold sizes and colors; nobody writes style attributes, but Clerk.
    styleSrc: ["'self'", "'unsafe-inline'"],
    styleSrcAttr: [clerkOrigin ? "'unsafe-inline'" : "'none'"],
    imgSrc: ["'self'", 'data:', 'blob:', ...(clerkOrigin ? ['https://img.clerk.com'] : [])],
    fontSrc: ["'self'"],
    connectSrc: ["'self'", ...(dev ? ['ws:'] : []), ...clerk],
    workerSrc: ["'self'", ...(clerkOrigin ? ['blob:'] : [])],
    frameSrc: clerkOrigin ? challenges : ["'none'"],
    manifestSrc: ["'self'"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
  };
}
