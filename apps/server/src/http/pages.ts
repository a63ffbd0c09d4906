import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { wireError } from './wire-error.ts';

const dist = fileURLToPath(new URL('../../../web/dist', import.meta.url));
/** Addresses of ours that are not pages: what is not found there is not answered with one. */
const notPages = /^\/(trpc|api|slack|sms|voice|webhooks|leads|exports|assets|metrics|healthz|readyz|demo\/.+)(\/|$)/;

/** The built web app: hashed files for ever, everything else fresh, and its one page for every address it routes itself. */
export async function pages(app: FastifyInstance): Promise<void> {
  if (!existsSync(path.join(dist, 'index.html'))) {
    app.setNotFoundHandler((request, reply) => reply.code(404).send(wireError(404, request.id)));
    return;
  }
  await app.register(fastifyStatic, {
    root: dist,
    wildcard: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      const hashed = file.startsWith(path.join(dist, 'assets'));
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  app.setNotFoundHandler((request, reply) => {
    const { pathname } = new URL(request.url, 'http://page');
    const isPage = request.method === 'GET' && !notPages.test(pathname) && path.extname(pathname) === '';
    if (isPage) return reply.sendFile('index.html');
    return reply.code(404).send(wireError(404, request.id));
  });
}
