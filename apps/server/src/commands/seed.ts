import type { Command } from 'commander';
import { seedDemo } from '../demo/seed.ts';
import { StartFailure } from '../process/start-failure.ts';
import { answer } from './answer.ts';
import { withSession } from './session.ts';

/** `seed`: makes the demo dealerships, once. */
export function seed(program: Command): void {
  program
    .command('seed')
    .description('make the demo dealerships')
    .action((_options: unknown, command: Command) =>
      withSession(async ({ db, addresses, services, env }) => {
        const ownerUrl = addresses.ownerUrl ?? env.DATABASE_OWNER_URL;
        if (!ownerUrl)
          throw new StartFailure('Making the demo needs the login that owns the schema; set DATABASE_OWNER_URL.');
        const made = (await db.identity.demoPeople()).length === 0;
        if (made) await seedDemo(ownerUrl, services.clock);
        const people = (await db.identity.demoPeople()).length;
        const line = made ? 'The demo dealerships are made.' : 'The demo dealerships are there already.';
        answer(command, { made, people }, line);
      }),
    );
}
