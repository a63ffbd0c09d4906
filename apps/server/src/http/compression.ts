import compress from '@fastify/compress';
import type { FastifyInstance } from 'fastify';

/** Compresses text and JSON, never event streams: those would be held back until there is enough to compress. */
export async function compression(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    global: true,
    threshold: 1_024,
    encodings: ['br', 'gzip'],
    customTypes: /^(text\/(?!event-stream)|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/,
  });
}
