import type { PhoneLinking } from '@beback/api';
import { verifyTwilio } from '@beback/vendors';
import type { BotClient } from './client.ts';
import { logActivity } from './commands/log-activity.ts';
import { asksForHelp, showHelp } from './commands/show-help.ts';
import type { Conversation } from './conversation.ts';
import { type HttpAnswer, plain } from './http-answer.ts';
import type { Origin } from './identity.ts';
import type { Reply } from './reply.ts';
import { smsText, twiml } from './sms.ts';

export interface SmsLine {
  authToken: string;
  /** The public addresses of this server, without a path: Twilio signs the one it was told. Several where a machine has several names. */
  addresses: string[];
  /** Links the number a text came from when the text is a code; null for every other text. */
  link(message: { phone: string; text: string; origin: Origin }): Promise<PhoneLinking>;
}

export interface InboundForm {
  params: Record<string, string | string[]>;
  signature: string | undefined;
}

/** Words that Twilio and the carriers answer themselves; a reply of ours would be one too many, or be blocked. */
const CARRIER = /^(stop|stop ?all|quit|end|revoke|opt ?out|cancel|unsubscribe|start|yes|unstop|help|info)[.!]*$/i;

/** Builds the answer to /sms/inbound for the reps' line. What is neither a code nor one of our own verbs is quick-log. */
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
    const linking = await line.link({ phone, text, origin });
    if (linking?.kind === 'linked') return xml(twiml(linking.reply));
    const run = (client: BotClient) => runText(client, text, externalId);
    const { reply, stranger } = await conversation({ door: 'sms', phone }, origin, run);
    // Who guesses at codes is not told that it was wrong again; a member's word of eight letters is a text like any other.
    return stranger && linking ? xml(twiml()) : xml(twiml(smsText(reply)));
  };
}

/** Says whether Twilio signed this form for the path at one of our addresses. */
export function isSigned(
  { authToken, addresses }: Pick<SmsLine, 'authToken' | 'addresses'>,
  path: string,
  { params, signature }: InboundForm,
): boolean {
  return addresses.some((address) => verifyTwilio({ authToken, url: `${address}${path}`, params, signature }));
}

async function runText(client: BotClient, text: string, messageId: string): Promise<Reply> {
  return asksForHelp(text) ? showHelp('sms') : logActivity(client, text, messageId);
}

function xml(body: string): HttpAnswer {
  return { status: 200, contentType: 'text/xml; charset=utf-8', body };
}
