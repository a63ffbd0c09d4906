import { parseArgs } from 'node:util';
import { readEnv } from '@beback/config';
import { connectBot } from './bot.ts';
import { openDatabase, prepareDatabase } from './database/open-database.ts';
import { seedWhenEmpty } from './demo/seed-when-empty.ts';
import { createApp } from './http/app.ts';
import { localAddresses } from './http/local-addresses.ts';
import { createLocalSignIn } from './identity/sign-in.ts';
import { openQueue } from './jobs/queue.ts';
import { createTasks } from './jobs/tasks.ts';
import { createLog, errorFields } from './log.ts';
import { createMetrics } from './metrics.ts';
import { createClosing } from './process/closing.ts';
import { onFault } from './process/faults.ts';
import { cannotListen, reservePort } from './process/reserve-port.ts';
import { onStopSignal } from './process/signals.ts';
import { failureSentence } from './process/start-failure.ts';
import { readSecrets } from './secrets.ts';
import { clockOf, createServices, isDemo } from './services.ts';
import { assertWholeKeys, connectVendors } from './vendors.ts';

const closing = createClosing();
const stopping = onStopSignal(closing.run);

try {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });

  const env = readEnv();
  assertWholeKeys(env);
  const log = createLog(env);
  onFault(log, closing.run);
  const clock = clockOf(env);
  const port = await reservePort(env.HOST, env.PORT);
  const secrets = readSecrets(env);

  const addresses = await prepareDatabase(env, closing);
  await seedWhenEmpty(env, addresses, clock);
  const metrics = createMetrics();
  const db = metrics.measured(await openDatabase(addresses, closing));

  const vendors = await connectVendors(env, clock, closing);
  const queue = await openQueue({
    ...addresses,
    pooled: db.pooled,
    onError: (error) => log.error(errorFields(error), 'job'),
  });
  closing.add(queue.stop);
  const services = await createServices({ db, clock, log, queue, demo: await isDemo(env, db) }, closing);
  const local = localAddresses(env, port);
  const identity = createLocalSignIn(env, services, secrets, local);

  const bot = connectBot({ services, vendors, secrets, addresses: local });
  const app = await createApp({
    env,
    log,
    services,
    identity,
    bot,
    vendors,
    secrets,
    addresses: local,
    metrics,
    dev: values.dev,
  });
  closing.add(() => app.close());
  await queue.start(createTasks({ services, vendors, bot, metrics }));
  await app.listen({ host: env.HOST, port }).catch((error) => {
    throw cannotListen(env.HOST, port, error);
  });
  process.stdout.write(`Beback is ready at ${local.shown}\n`);
} catch (error) {
  await closing.run();
  // What fails because it was told to stop has not failed.
  if (!stopping()) process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(stopping() ? 0 : 1);
}
