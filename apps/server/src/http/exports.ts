import { type Services, toActor } from '@beback/api';
import { wireError as readWireError, userMessage } from '@beback/api/user-message';
import type { FastifyInstance } from 'fastify';
import type { IdentityPort } from '../identity/port.ts';
import { routerClient } from '../router-client.ts';
import type { CountCalls } from './caller-limits.ts';
import { visitorOf } from './visitor.ts';
import { wireError } from './wire-error.ts';

/** Downloads of finished exports, for whom they were made. */
export async function exportRoutes(
  app: FastifyInstance,
  { services, identity, countCalls }: { services: Services; identity: IdentityPort; countCalls: CountCalls },
): Promise<void> {
  app.get<{ Params: { exportId: string } }>('/exports/:exportId', async (request, reply) => {
    const visitor = await visitorOf(request, identity);
    await countCalls(request, reply, visitor);
    const client = routerClient(() => ({
      services,
      actor: visitor && toActor(visitor.row),
      door: visitor?.door ?? 'web',
      requestId: request.id,
      address: request.ip,
    }));
    try {
      const file = await client.export.download.query({ exportId: request.params.exportId });
      return reply
        .type(file.contentType)
        .header('content-disposition', attachment(file.fileName))
        .send(Buffer.from(file.contentBase64, 'base64'));
    } catch (error) {
      const status = readWireError(error)?.httpStatus ?? 500;
      return reply.code(status).send(wireError(status, request.id, userMessage(error)));
    }
  });
}

/** The plain name for old browsers, the real one for all others. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w.-]+/g, '-');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`;
}
