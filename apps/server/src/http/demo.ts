import type { Services } from '@beback/api';
import type { StandIns } from '@beback/vendors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { lakeside, northside } from '../demo/people.ts';
import type { DemoPhone, DemoSlack } from '../demo/signed-requests.ts';
import type { LocalIdentity } from '../identity/port.ts';
import { isSameOrigin } from './same-origin.ts';
import type { Streams } from './streams.ts';
import { wireError } from './wire-error.ts';

export interface DemoOptions {
  services: Services;
  identity: LocalIdentity;
  standIns: StandIns;
  phone: DemoPhone;
  slack: DemoSlack;
  streams: Streams;
  publicUrl: string | undefined;
}

const Whose = z.object({ email: z.string() });
const Sms = z.object({ from: z.string().regex(/^\+[1-9]\d{6,14}$/), body: z.string().max(1_600) });
const Command = z.object({ userId: z.string(), command: z.string().regex(/^\/\w+$/), text: z.string().max(4_000) });
const Button = z.object({
  userId: z.string(),
  actionId: z.string(),
  value: z.string(),
  responseUrl: z.string().optional(),
});

/** What /demo, the page, plays with: only where the demo dealership is, and only for pages of ours. */
export async function demoRoutes(app: FastifyInstance, options: DemoOptions): Promise<void> {
  const { identity, standIns, phone, slack } = options;
  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'POST' && !isSameOrigin(request, options.publicUrl)) {
      return reply.code(403).send(wireError(403, request.id));
    }
  });
  app.get('/demo/code', async (request, reply) => {
    const { data } = Whose.safeParse(request.query);
    const email = data?.email.toLowerCase() ?? '';
    const code = await identity.waitingCode(email);
    return code ? { code } : reply.code(404).send(wireError(404, request.id));
  });
  app.get('/demo/people', async () => demoPeople(phone.number));
  app.get('/demo/outbox', async () => ({ items: standIns.outbox.list() }));
  app.get('/demo/outbox/stream', (request, reply) => streamOutbox(request, reply, options));
  app.post('/demo/sms', async (request, reply) => {
    const input = Sms.safeParse(request.body);
    return input.success ? phone.text(input.data) : reply.code(400).send(wireError(400, request.id));
  });
  app.post('/demo/slack', async (request, reply) => {
    const input = z.union([Command, Button]).safeParse(request.body);
    return input.success ? slack.send(input.data) : reply.code(400).send(wireError(400, request.id));
  });
}

/** Whose phone and whose Slack can be played. */
function demoPeople(repNumber: string) {
  const everybody = [northside, lakeside].flatMap(({ people, name: workspace, slackTeamId: teamId }) =>
    people.map((person) => ({ ...person, workspace, teamId })),
  );
  return {
    repNumber,
    phones: everybody.flatMap(({ name, email, phone, workspace }) =>
      phone ? [{ name, email, phone, workspace }] : [],
    ),
    slack: everybody.flatMap(({ name, email, slackUserId: userId, teamId, workspace }) =>
      userId ? [{ name, email, userId, teamId, workspace }] : [],
    ),
  };
}

const pingMs = 15_000;

/** What would have been sent, as it is sent. */
function streamOutbox(_request: FastifyRequest, reply: FastifyReply, { standIns, streams }: DemoOptions): void {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
  raw.write(': open\n\n');
  streams.add(raw);
  const unsubscribe = standIns.outbox.subscribe((entry) => {
    raw.write(`id: ${entry.id}\ndata: ${JSON.stringify(entry)}\n\n`);
  });
  const ping = setInterval(() => raw.write(': ping\n\n'), pingMs);
  raw.once('close', () => {
    clearInterval(ping);
    unsubscribe();
  });
}
