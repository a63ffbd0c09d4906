import type { FastifyRequest } from 'fastify';

/**
 * Whether a request may act with the browser's cookie: it comes from one of our own pages, or from a program that sends
 * neither header (a browser always sends one of them with a POST).
 */
export function isSameOrigin(request: FastifyRequest, publicUrl: string | undefined): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && request.headers.origin === undefined);
  const { origin } = request.headers;
  return origin === undefined || ownOrigins(request.headers.host, publicUrl).includes(origin);
}

/** The origins our pages can have: the public one when it is set, otherwise whatever host the browser asked for. */
function ownOrigins(host: string | undefined, publicUrl: string | undefined): string[] {
  const own = publicUrl === undefined ? [] : [new URL(publicUrl).origin];
  return publicUrl === undefined && host ? [...own, `http://${host}`, `https://${host}`] : own;
}
