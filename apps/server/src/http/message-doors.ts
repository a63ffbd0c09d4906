import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bot } from '../bot.ts';
import { EnoughOfStranger } from '../strangers.ts';

type Form = Record<string, string | string[]>;
type Answer = { status: number; contentType: string; body: string };

const nothingToSay: Answer = { status: 200, contentType: 'text/xml; charset=utf-8', body: '<Response/>' };

/** Slack's route takes the bytes as they came: they are what is signed. */
export async function slackRoutes(app: FastifyInstance, { bot }: { bot: Bot }): Promise<void> {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.post<{ Body: Buffer | undefined }>('/slack/events', { bodyLimit: 1024 * 1024 }, async (request, reply) => {
    return send(reply, await bot.slack.receive(request.body ?? Buffer.alloc(0), request.headers));
  });
}

/** Twilio's routes: a text comes in, or the fate of one that went out is reported. */
export async function smsRoutes(app: FastifyInstance, { bot }: { bot: Bot }): Promise<void> {
  await app.register(formbody);
  app.post<{ Body: Form | undefined }>('/sms/inbound', async (request, reply) => {
    const answer = await bot.sms.receive(formOf(request)).catch((error) => {
      if (error instanceof EnoughOfStranger) return nothingToSay;
      throw error;
    });
    return send(reply, answer);
  });
  app.post<{ Body: Form | undefined }>('/sms/status', async (request, reply) => {
    return reply.code(bot.sms.isSigned('/sms/status', formOf(request)) ? 204 : 403).send();
  });
}

function formOf({ body, headers }: FastifyRequest<{ Body: Form | undefined }>) {
  const signature = headers['x-twilio-signature'];
  return { params: { ...body }, signature: typeof signature === 'string' ? signature : undefined };
}

function send(reply: FastifyReply, { status, contentType, body }: Answer): FastifyReply {
  return reply.code(status).type(contentType).send(body);
}
