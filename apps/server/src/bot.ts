import { randomUUID } from 'node:crypto';
import { type Actor, linkPhone, memberByPhone, offerSlackLink, type Services, toActor, userMessage } from '@beback/api';
import { type BotClient, createBot, type DoorKey, type Origin } from '@beback/bot';
import type { LocalAddresses } from './http/local-addresses.ts';
import type { Queue } from './jobs/queue.ts';
import type { Shares } from './limits/shares.ts';
import { routerClient } from './router-client.ts';
import type { Secrets } from './secrets.ts';
import { createStrangers } from './strangers.ts';
import type { Vendors } from './vendors.ts';

interface Given {
  services: Services;
  queue: Pick<Queue, 'enqueueOnce'>;
  vendors: Vendors;
  secrets: Secrets;
  addresses: LocalAddresses;
  shares: Shares;
}

export type Bot = ReturnType<typeof connectBot>;

/** The bot between the two message doors and the shared router. Deliveries are kept by the queue until they are handled. */
export function connectBot({ services, queue, vendors, secrets, addresses, shares }: Given) {
  const heardStranger = createStrangers(shares);

  async function identify(key: DoorKey): Promise<Actor | null> {
    const actor = await (key.door === 'sms' ? memberByPhone(services, key.phone) : memberBySlack(key));
    if (actor) return actor;
    await heardStranger(key.door === 'sms' ? key.phone : `${key.teamId}/${key.userId}`);
    return null;
  }

  async function memberBySlack({ teamId, userId }: { teamId: string; userId: string }): Promise<Actor | null> {
    const row = await services.db.identity.bySlack(teamId, userId);
    return row && toActor(row);
  }

  return createBot<Actor>({
    identify,
    clientFor: (actor, origin) => messageClient(services, actor, origin),
    userMessage,
    // Signatures carry the machine's time, whatever day the dealership's clock shows.
    now: () => new Date(),
    slack: {
      signingSecret: secrets.slackSigning,
      port: vendors.slack,
      store: (delivery) => queue.enqueueOnce('slack.process', { ...delivery }, `slack:${delivery.externalId}`),
      linkFor: (user) => offerSlackLink(services, user),
    },
    sms: {
      authToken: secrets.twilioAuthToken,
      addresses: addresses.all,
      link: ({ phone, text, origin: { provider, externalId } }) =>
        linkPhone(services, { phone, text, delivery: { provider, externalId } }),
    },
  });
}

/** Acts as one member for one message: its calls are done once, however often the message arrives. */
function messageClient(services: Services, actor: Actor, { door, provider, externalId }: Origin): BotClient {
  let calls = 0;
  return routerClient(() => {
    calls += 1;
    const delivery = { provider, externalId: calls === 1 ? externalId : `${externalId}/${calls}` };
    return { services, actor, door, requestId: randomUUID(), delivery };
  });
}
