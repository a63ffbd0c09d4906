import { parseArgs } from 'node:util';
import { readEnv } from '@beback/config';
import { createLog } from './log.ts';
import { createClosing } from './process/closing.ts';
import { onFault } from './process/faults.ts';
import { reservePort } from './process/reserve-port.ts';
import { onStopSignal } from './process/signals.ts';
import { failureSentence } from './process/start-failure.ts';
import { readSecrets } from './secrets.ts';
import { assertWholeKeys } from './whole-keys.ts';

const closing = createClosing();
const stopping = onStopSignal(closing.run);

try {
  const { values } = parseArgs({ options: { dev: { type: 'boolean', default: false } } });

  const env = readEnv();
  assertWholeKeys(env);
  const log = createLog(env);
  onFault(log, closing.run);
  const port = await reservePort(env.HOST, env.PORT);
  const secrets = readSecrets(env);

  // Most of the program is loaded beside the start of the database, which is another process's work.
  const loading = import('./serve.ts');
  loading.catch(() => {});
  const { prepareDatabase } = await import('./database/open-database.ts');
  const addresses = await prepareDatabase(env, closing);

  const { serve } = await loading;
  const url = await serve({ env, log, port, secrets, addresses, closing, dev: values.dev });
  process.stdout.write(`Beback is ready at ${url}\n`);
} catch (error) {
  await closing.run();
  // What fails because it was told to stop has not failed.
  if (!stopping()) process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(stopping() ? 0 : 1);
}
