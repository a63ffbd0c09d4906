import type { FastifyInstance } from 'fastify';
import type { ClerkIdentity } from '../identity/port.ts';
import { wireError } from './wire-error.ts';

/** What Clerk tells us, signed over its bytes as they came. */
export async function clerkRoutes(app: FastifyInstance, { identity }: { identity: ClerkIdentity }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post<{ Body: Buffer | undefined }>('/webhooks/clerk', { bodyLimit: 512 * 1024 }, async (request, reply) => {
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (typeof value === 'string') headers.set(name, value);
    }
    const genuine = await identity.receive(request.body ?? Buffer.alloc(0), headers);
    return genuine
      ? reply.code(204).send()
      : reply.code(401).send(wireError(401, request.id, 'The signature is not genuine.'));
  });
}
