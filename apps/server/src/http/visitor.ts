import type { FastifyRequest } from 'fastify';
import type { Credentials, IdentityPort, Visitor } from '../identity/port.ts';

const found = new WeakMap<FastifyRequest, Promise<Visitor | null>>();

/** What a request shows to prove who sent it, and where it came from. */
export function credentialsOf(request: FastifyRequest): Credentials {
  return {
    authorization: request.headers.authorization,
    cookie: (name) => request.cookies[name],
    address: request.ip,
  };
}

/** Who sent a request, found out once; rejects as `identify` does. */
export function visitorOf(request: FastifyRequest, identity: IdentityPort): Promise<Visitor | null> {
  const known = found.get(request);
  if (known) return known;
  const visitor = identity.identify(credentialsOf(request));
  // Whoever asks hears of a failure; one that nobody asks about must not count as unhandled.
  visitor.catch(() => {});
  found.set(request, visitor);
  return visitor;
}
