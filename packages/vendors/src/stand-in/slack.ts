import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type Form, field } from './form.ts';
import type { StandInContext } from './server.ts';
import { blocksProblem } from './slack-blocks.ts';

interface Call {
  Body: Form;
}

/** Slack's Web API, as much of it as the port calls. Refusals are answers of 200, as with Slack. */
export async function slackApiStandIn(app: FastifyInstance, context: StandInContext): Promise<void> {
  let posted = 0;
  app.post<Call>('/auth.test', async (request) => {
    const refusal = refuseToken(request, context.keys?.slackBotToken);
    if (refusal) return slackError(refusal);
    const identity = {
      team: 'Stand-in',
      user: 'beback',
      team_id: 'T0STANDIN',
      user_id: 'U0BEBACK',
      bot_id: 'B0BEBACK',
    };
    return { ok: true, url: 'https://stand-in.slack.com/', ...identity, is_enterprise_install: false };
  });

  app.post<Call>('/chat.postMessage', async (request) => {
    const form = request.body ?? {};
    const channel = field(form, 'channel');
    const text = field(form, 'text') ?? '';
    const blocks = parseBlocks(field(form, 'blocks'));
    const refusal = refuseToken(request, context.keys?.slackBotToken) ?? refuseMessage(channel, text, blocks);
    if (refusal || !channel) return slackError(refusal ?? 'channel_not_found');
    posted += 1;
    const at = context.now();
    const ts = `${Math.floor(at.getTime() / 1000)}.${String(posted).padStart(6, '0')}`;
    context.outbox.add({ id: ts, at: at.toISOString(), channel: 'slack', to: channel, body: text, blocks });
    const message = { type: 'message', subtype: 'bot_message', bot_id: 'B0BEBACK', text, ts, blocks };
    return { ok: true, channel, ts, message };
  });
}

/** The body Slack sends with a refusal. */
export function slackError(error: string) {
  return { ok: false, error };
}

function refuseToken(request: FastifyRequest, expected: string | undefined): string | undefined {
  const header = request.headers.authorization;
  if (!header) return 'not_authed';
  const token = /^Bearer (xox[bp]-\S+)$/.exec(header)?.[1];
  return token && (expected === undefined || token === expected) ? undefined : 'invalid_auth';
}

function refuseMessage(channel: string | undefined, text: string, blocks: unknown): string | undefined {
  if (!channel) return 'channel_not_found';
  if (text === '' && blocks === undefined) return 'no_text';
  if (text.length > 40_000) return 'msg_too_long';
  return blocks === undefined || blocksProblem(blocks) === undefined ? undefined : 'invalid_blocks';
}

function parseBlocks(json: string | undefined): unknown {
  if (json === undefined) return undefined;
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
