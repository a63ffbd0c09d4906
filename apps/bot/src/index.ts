import type { SlackPort } from '@beback/vendors';
import type { BotClient } from './client.ts';
import { createConversation } from './conversation.ts';
import { type DoorKey, type Identify, NOT_LINKED, type Origin } from './identity.ts';
import { SlackReceiver } from './receiver.ts';
import type { Reply } from './reply.ts';
import { createSlackApp } from './slack-app.ts';
import type { SlackDelivery } from './slack-delivery.ts';
import { createSmsInbound, type InboundForm, isSigned, type SmsLine } from './sms-inbound.ts';

export type { BotClient } from './client.ts';
export type { HttpAnswer } from './http-answer.ts';
export type { DoorKey, Identify, Origin } from './identity.ts';
export type { SlackDelivery } from './slack-delivery.ts';

interface BotOptions<Actor> {
  identify: Identify<Actor>;
  clientFor(actor: Actor, origin: Origin): BotClient;
  userMessage(error: unknown): string;
  now: () => Date;
  slack: {
    signingSecret: string;
    port: SlackPort;
    store(delivery: SlackDelivery): Promise<void>;
    /** The one-time address at which a Slack user says who they are; null when there is none for them. */
    linkFor(user: { teamId: string; userId: string }): Promise<string | null>;
  };
  sms: SmsLine;
}

/**
 * The bot behind both message doors. `slack.receive` and `sms.receive` answer the two routes, `sms.isSigned` tells for others;
 * `slack.process` is called later, once per stored delivery, and throws when the answer could not be given.
 */
export function createBot<Actor>({ slack, sms, now, ...members }: BotOptions<Actor>) {
  const greet = async (stranger: DoorKey): Promise<Reply> => {
    const link = stranger.door === 'slack' ? await slack.linkFor(stranger) : null;
    const text = NOT_LINKED[stranger.door];
    return link ? { text: `${text} Say who you are, within 15 minutes:`, link } : { text };
  };
  const conversation = createConversation({ ...members, greet });
  const receiver = new SlackReceiver({ signingSecret: slack.signingSecret, store: slack.store, now });
  createSlackApp(receiver, slack.port, conversation);
  return {
    slack: {
      receive: (...request: Parameters<SlackReceiver['receive']>) => receiver.receive(...request),
      process: (delivery: SlackDelivery) => receiver.process(delivery),
    },
    sms: {
      receive: createSmsInbound(sms, conversation),
      isSigned: (path: string, form: InboundForm) => isSigned(sms, path, form),
    },
  };
}
