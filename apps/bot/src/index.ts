import type { SlackPort } from '@beback/vendors';
import type { BotClient } from './client.ts';
import { createConversation } from './conversation.ts';
import type { Identify, Origin } from './identity.ts';
import { SlackReceiver } from './receiver.ts';
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
  slack: { signingSecret: string; port: SlackPort; store(delivery: SlackDelivery): Promise<void> };
  sms: SmsLine;
}

/**
 * The bot behind both message doors. `slack.receive` and `sms.receive` answer the two routes, `sms.isSigned` tells for others;
 * `slack.process` is called later, once per stored delivery, and throws when the answer could not be given.
 */
export function createBot<Actor>({ slack, sms, now, ...members }: BotOptions<Actor>) {
  const conversation = createConversation(members);
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
