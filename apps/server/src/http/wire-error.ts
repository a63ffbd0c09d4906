import { DatabaseUnavailable } from '@beback/db';
import { TRPC_ERROR_CODES_BY_KEY } from '@trpc/server/rpc';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorFields } from '../log.ts';

type Code =
  | 'BAD_REQUEST'
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'TIMEOUT'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS'
  | 'INTERNAL_SERVER_ERROR'
  | 'SERVICE_UNAVAILABLE';

const sentences: Record<Code, string> = {
  BAD_REQUEST: 'The request could not be read.',
  UNAUTHORIZED: 'Sign in first.',
  FORBIDDEN: 'That is not allowed from here.',
  NOT_FOUND: 'There is nothing under that address.',
  TIMEOUT: 'The request took too long to arrive. Try again.',
  PAYLOAD_TOO_LARGE: 'That is too large for one request.',
  UNSUPPORTED_MEDIA_TYPE: 'The request could not be read: it has to be JSON.',
  TOO_MANY_REQUESTS: 'That was too often. Wait a minute, then try again.',
  INTERNAL_SERVER_ERROR: 'Something went wrong on our side.',
  SERVICE_UNAVAILABLE: 'Beback is too busy at the moment. Nothing was lost; try again shortly.',
};

/** What people are told while the database is out of reach. */
export const databaseIsGone = 'The database does not answer at the moment. Nothing was lost; try again shortly.';

const byStatus: Record<number, Code> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  408: 'TIMEOUT',
  413: 'PAYLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  429: 'TOO_MANY_REQUESTS',
  503: 'SERVICE_UNAVAILABLE',
};

/** A refusal in the shape of tRPC's errors, so that every client reads one kind. */
export function wireError(status: number, requestId: string, sentence?: string) {
  const code = byStatus[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
  const data = { code, httpStatus: status, reason: null, fields: null, requestId };
  return { error: { message: sentence ?? sentences[code], code: TRPC_ERROR_CODES_BY_KEY[code], data } };
}

/** Answers whatever a route or Fastify itself throws with a sentence; what we did not foresee is logged. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const status = error instanceof DatabaseUnavailable ? 503 : (error.statusCode ?? 500);
    if (hungUp(error, request)) {
      request.log.info({ route: request.routeOptions.url }, 'the client hung up');
    } else if (status >= 500 && status !== 503) {
      request.log.error({ route: request.routeOptions.url, ...errorFields(error) }, 'request failed');
    }
    // Fastify closes the connection of a body it did not read, and the browser then never sees the answer.
    if (status === 413) reply.removeHeader('connection');
    return reply.code(status).send(wireError(status, request.id, sentenceFor(status, request.url, error)));
  });
}

/** Nobody waits for this answer any more, which is nobody's fault. */
function hungUp(error: FastifyError, { raw }: FastifyRequest): boolean {
  return error.code === 'ERR_STREAM_PREMATURE_CLOSE' || (error.code === 'ECONNRESET' && raw.destroyed);
}

/** Answers an address that Fastify cannot read, which no hook and no route sees. Gives what `frameworkErrors` takes. */
export function answerUnreadable(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  void reply.code(error.statusCode ?? 400).send(wireError(error.statusCode ?? 400, request.id));
}

function sentenceFor(status: number, url: string, error: Error): string | undefined {
  if (error instanceof DatabaseUnavailable) return databaseIsGone;
  if (status !== 413 || !url.startsWith('/trpc/') || !url.includes('import.preview')) return undefined;
  return 'That file is larger than 10 MB. Split it and import the parts one after another.';
}
