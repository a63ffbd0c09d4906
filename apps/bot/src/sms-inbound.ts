import { verifyTwilio } from '@beback/vendors';
import type { BotClient } from './client.ts';
import { logActivity } from './commands/log-activity.ts';
import { asksForHelp, showHelp } from './commands/show-help.ts';
import type { Conversation } from './conversation.ts';
import { type HttpAnswer, plain } from './http-answer.ts';
import type { Reply } from './reply.ts';
import { smsText, twiml } from './sms.ts';

export interface SmsLine {
  authToken: string;
  /** The public addresses of this server, without a path: Twilio signs the one it was told. Several where a machine has several names. */
  addresses: string[];
}

export interface InboundForm {
  params: Record<string, string | string[]>;
  signature: string | undefined;
}

/** Words that Twilio and the carriers answer themselves; a reply of ours would be one too many, or be blocked. */
const CARRIER = /^(stop|stop ?all|quit|end|revoke|opt ?out|cancel|unsubscribe|start|yes|unstop|help|info)[.!]*$/i;

/** Builds the answer to /sms/inbound for the reps' line. Everything that is not about our own verbs is quick-log. */
export function createSmsInbound(line: SmsLine, conversation: Conversation) {
  return async ({ params, signature }: InboundForm): Promise<HttpAnswer> => {
    if (!isSigned(line, '/sms/inbound', { params, signature })) return plain(403);
    const { MessageSid: externalId, From: phone, Body: body = '', OptOutType: handled } = params;
    if (typeof externalId !== 'string' || !/^(SM|MM)[0-9a-f]{32}$/i.test(externalId)) return plain(400);
    if (typeof phone !== 'string' || typeof body !== 'string') return plain(400);
    const text = body.trim();
    const isPhone = /^\+[1-9]\d{6,14}$/.test(phone);
    if (!isPhone || handled !== undefined || CARRIER.test(text)) return xml(twiml());
    const origin = { door: 'sms', provider: 'twilio', externalId } as const;
    const { reply } = await conversation({ door: 'sms', phone }, origin, (client) => runText(client, text, externalId));
    return xml(twiml(smsText(reply)));
  };
}

/** Says whether Twilio signed this form for the path at one of our addresses. */
export function isSigned({ authToken, addresses }: SmsLine, path: string, { params, signature }: InboundForm): boolean {
  return addresses.some((address) => verifyTwilio({ authToken, url: `${address}${path}`, params, signature }));
}

async function runText(client: BotClient, text: string, messageId: string): Promise<Reply> {
  return asksForHelp(text) ? showHelp('sms') : logActivity(client, text, messageId);
}

function xml(body: string): HttpAnswer {
  return { status: 200, contentType: 'text/xml; charset=utf-8', body };
}
