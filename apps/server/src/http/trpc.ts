import { AppError, appRouter, type Context, type Services, toActor } from '@beback/api';
import { DatabaseUnavailable } from '@beback/db';
import { TRPCError } from '@trpc/server';
import { incomingMessageToRequest } from '@trpc/server/adapters/node-http';
import { resolveResponse } from '@trpc/server/http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type IdentityPort, IdentityUnavailable } from '../identity/port.ts';
import type { CountCalls } from './caller-limits.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Streams } from './streams.ts';
import { credentialsOf, visitorOf } from './visitor.ts';
import { databaseIsGone, wireError } from './wire-error.ts';

export interface TrpcOptions {
  services: Services;
  identity: IdentityPort;
  streams: Streams;
  countCalls: CountCalls;
  publicUrl: string | undefined;
}

/** What a request may hold, a batch of ten calls included. */
const callBytes = 1024 * 1024;
/** A 10 MB file in base64, and a little for the rest. */
const fileBytes = 15 * 1024 * 1024;
const maxBatchSize = 10;

/** The shared router over HTTP: plain JSON, and event streams for subscriptions. */
export async function trpcRoutes(app: FastifyInstance, options: TrpcOptions): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', async (request, reply) => guard(request, reply, options));
  app.addHook('preHandler', async (request, reply) => {
    // Without a database the call says so itself, and is not counted.
    const visitor = await visitorOf(request, options.identity).catch(() => null);
    await options.countCalls(request, reply, visitor);
  });
  const handler = (request: FastifyRequest<{ Params: { path: string } }>, reply: FastifyReply) =>
    answer(request, reply, options);
  app.route({ method: ['GET', 'POST'], url: '/:path', bodyLimit: callBytes, handler });
  app.route({
    method: 'POST',
    url: '/:path(^[a-zA-Z.,]*import\\.preview[a-zA-Z.,]*$)',
    bodyLimit: fileBytes,
    // A file is taken in only from somebody who may send one.
    onRequest: async (request, reply) => {
      const known = await visitorOf(request, options.identity).then(Boolean, () => true);
      if (!known) return reply.code(401).send(wireError(401, request.id));
    },
    handler,
  });
}

/** Acting with the browser's cookie takes a page of ours, and a content type that no foreign form can send. */
async function guard(request: FastifyRequest, reply: FastifyReply, { streams, publicUrl }: TrpcOptions) {
  if (request.headers.accept?.includes('text/event-stream')) streams.add(reply.raw);
  // Asks for a batch line by line, with headers for a stream; ours are sent whole.
  delete request.headers['trpc-accept'];
  if (request.method !== 'POST' || request.headers.authorization !== undefined) return;
  if (!isSameOrigin(request, publicUrl)) return reply.code(403).send(wireError(403, request.id));
  if (request.headers['content-type'] === undefined) return reply.code(415).send(wireError(415, request.id));
}

async function answer(
  request: FastifyRequest<{ Params: { path: string } }>,
  reply: FastifyReply,
  { services, identity }: TrpcOptions,
): Promise<FastifyReply> {
  const createContext = async (): Promise<Context> => {
    const known = await visitorOf(request, identity).catch(refuseWithoutDatabase);
    return {
      services,
      actor: known && toActor(known.row),
      door: known?.door ?? 'web',
      requestId: request.id,
      address: request.ip,
      stillThere: async () => {
        const now = await identity.identify(credentialsOf(request));
        return now && toActor(now.row);
      },
      person: () => identity.identifyPerson(credentialsOf(request)).catch(refuseWithoutDatabase),
      sessions: identity.sessions,
      ...(known?.switchWorkspace && { switchWorkspace: known.switchWorkspace }),
    };
  };
  const req = incomingMessageToRequest(Object.assign(request.raw, { body: request.body }), reply.raw, {
    maxBodySize: null,
  });
  const { path } = request.params;
  const response = await resolveResponse({ router: appRouter, createContext, req, path, maxBatchSize, error: null });
  if (response.headers.get('content-type') === 'text/event-stream') return reply.send(response);
  // Sent whole, an answer costs one write, and is compressed only when it is long enough for that to pay.
  return reply
    .code(response.status)
    .headers(Object.fromEntries(response.headers))
    .send(Buffer.from(await response.arrayBuffer()));
}

/** Who it is could not be found out: that is the database's absence, not the caller's fault or ours. */
function refuseWithoutDatabase(error: unknown): never {
  if (error instanceof IdentityUnavailable)
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: new AppError('SERVICE_UNAVAILABLE', error.message) });
  if (!(error instanceof DatabaseUnavailable)) throw error;
  throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: new AppError('SERVICE_UNAVAILABLE', databaseIsGone) });
}
