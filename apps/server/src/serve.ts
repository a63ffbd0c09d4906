import type { Env } from '@beback/config';
import type { Logger } from 'pino';
import { connectBot } from './bot.ts';
import { type Addresses, openDatabase } from './database/open-database.ts';
import { seedWhenEmpty } from './demo/seed-when-empty.ts';
import { createApp } from './http/app.ts';
import { localAddresses } from './http/local-addresses.ts';
import { clerkKeysOf } from './identity/clerk-keys.ts';
import { createSignIn } from './identity/sign-in.ts';
import { openQueue } from './jobs/queue.ts';
import { createTasks } from './jobs/tasks.ts';
import { openShares } from './limits/open-shares.ts';
import { errorFields } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { Closing } from './process/closing.ts';
import { cannotListen } from './process/reserve-port.ts';
import type { Secrets } from './secrets.ts';
import { clockOf, createServices, isDemo } from './services.ts';
import { connectVendors } from './vendors.ts';

interface Given {
  env: Env;
  log: Logger;
  port: number;
  secrets: Secrets;
  /** A migrated database. */
  addresses: Addresses;
  closing: Closing;
  dev: boolean;
}

/** Connects everything to everything and listens. Gives the address to show; throws StartFailure. */
export async function serve({ env, log, port, secrets, addresses, closing, dev }: Given): Promise<string> {
  const clock = clockOf(env);
  const local = localAddresses(env, port);

  await seedWhenEmpty(env, addresses, clock);
  const metrics = createMetrics();
  const db = metrics.measured(await openDatabase(addresses, closing));

  const vendors = await connectVendors(env, clock, closing);
  const onError = (error: unknown) => log.warn(errorFields(error), 'the queue stumbled');
  // The embedded database is this process's own: its folder is locked.
  const alone = env.DATABASE_URL === undefined;
  const queue = await openQueue({ appUrl: addresses.appUrl, pooled: db.pooled, alone, onError });
  closing.add(queue.stop);

  const demo = await isDemo(env, db);
  const [publicUrl, repLine] = [local.shown, env.TWILIO_REP_NUMBER];
  const clerkPublishableKey = clerkKeysOf(env)?.publishableKey;
  const services = await createServices(
    { db, clock, log, queue, demo, publicUrl, repLine, clerkPublishableKey },
    closing,
  );
  const identity = createSignIn(env, services, secrets, local);
  const shares = openShares(services, secrets);
  const bot = connectBot({ services, queue, vendors, secrets, addresses: local, shares });

  const given = { env, log, services, identity, bot, vendors, secrets, addresses: local, metrics, shares, dev };
  const app = await createApp(given);
  closing.add(() => app.close());
  await queue.start(createTasks({ services, vendors, bot, metrics }));
  await app.listen({ host: env.HOST, port }).catch((error) => {
    throw cannotListen(env.HOST, port, error);
  });
  return local.shown;
}
