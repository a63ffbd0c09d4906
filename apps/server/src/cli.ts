import { CommanderError } from 'commander';
import { beback } from './commands/beback.ts';
import { failureSentence } from './process/start-failure.ts';

try {
  await beback().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exit(error.exitCode);
  process.stderr.write(`${failureSentence(error)}\n`);
  process.exit(1);
}
