import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { createServer } from 'vite';
import { wireError } from './wire-error.ts';

const config = fileURLToPath(new URL('../../../web/vite.config.ts', import.meta.url));
/** Addresses that the server answers itself; Vite has the rest. */
const own = /^\/(trpc|api|slack|sms|exports|healthz|readyz|metrics)(\/|\?|$)|^\/demo\/./;

/** The web app from its sources, with hot reload. */
export async function developmentPages(app: FastifyInstance): Promise<void> {
  const vite = await createServer({
    configFile: config,
    // Bundling the configuration would write a file beside it, and `node --watch` would start us anew for that.
    configLoader: 'native',
    appType: 'spa',
    server: { middlewareMode: true, hmr: { server: app.server } },
  });
  app.addHook('onClose', async () => vite.close());
  app.setNotFoundHandler((request, reply) => reply.code(404).send(wireError(404, request.id)));
  app.addHook('onRequest', (request, reply, done) => {
    if (own.test(request.url)) return done();
    reply.hijack();
    vite.middlewares(request.raw, reply.raw);
  });
}
