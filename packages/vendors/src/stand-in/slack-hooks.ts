import type { FastifyInstance } from 'fastify';
import type { StandInContext } from './server.ts';
import { blocksProblem } from './slack-blocks.ts';

interface Hook {
  Params: { '*': string };
  Body: unknown;
}

const USES = 5;
const LIFETIME_MS = 30 * 60_000;
const KEPT = 1000;

/** What a response_url points at: any path, 5 uses within 30 minutes of the first. */
export async function slackHooksStandIn(app: FastifyInstance, context: StandInContext): Promise<void> {
  const seen = new Map<string, { since: number; uses: number }>();
  let answers = 0;
  app.post<Hook>('/*', async (request, reply) => {
    const key = request.params['*'];
    const at = context.now();
    if (!use(seen, key, at.getTime())) return reply.code(404).send({ ok: false, error: 'used_url' });
    const answer = readAnswer(request.body);
    if (typeof answer === 'string') return reply.code(400).type('text/plain').send(answer);
    answers += 1;
    const entry = { id: `answer-${answers}`, at: at.toISOString(), channel: 'slack' as const, to: 'response_url' };
    context.outbox.add({ ...entry, replyTo: key, ...answer });
    return reply.type('text/plain').send('ok');
  });
}

function use(seen: Map<string, { since: number; uses: number }>, key: string, now: number): boolean {
  const url = seen.get(key) ?? { since: now, uses: 0 };
  url.uses += 1;
  seen.set(key, url);
  const oldest = seen.keys().next().value;
  if (seen.size > KEPT && oldest !== undefined) seen.delete(oldest);
  return key !== '' && url.uses <= USES && now - url.since <= LIFETIME_MS;
}

/** Reads an answer as Slack does; a string is the reason for refusing it. */
function readAnswer(body: unknown) {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 'invalid_payload';
  const { text, blocks, response_type, replace_original } = body as Record<string, unknown>;
  if (typeof text !== 'string' || (text === '' && blocks === undefined)) return 'no_text';
  if (blocks !== undefined && blocksProblem(blocks)) return 'invalid_blocks';
  const responseType = response_type === 'in_channel' ? ('in_channel' as const) : ('ephemeral' as const);
  return { body: text, blocks, responseType, replaceOriginal: replace_original === true };
}
