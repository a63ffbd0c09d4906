import type { Command } from 'commander';
import { localAddresses } from '../http/local-addresses.ts';
import { createLocalSignIn } from '../identity/sign-in.ts';
import { StartFailure } from '../process/start-failure.ts';
import { readSecrets } from '../secrets.ts';
import { answer } from './answer.ts';
import { memberByEmail, withSession } from './session.ts';

/** `token <email>`: a session token of a member, for `Authorization: Bearer`. */
export function token(program: Command): void {
  program
    .command('token')
    .argument('<email>')
    .description('print a session token of a member, for the API')
    .action((email: string, _options: unknown, command: Command) =>
      withSession(async ({ env, services, db }) => {
        if (env.CLERK_SECRET_KEY)
          throw new StartFailure('Tokens are for local sign-in only; here Clerk signs people in.');
        const member = await memberByEmail(db, email);
        const identity = createLocalSignIn(services, readSecrets(env), localAddresses(env, env.PORT));
        const issued = await identity.issueToken({ email: member.email, name: member.name });
        answer(command, { token: issued, email: member.email, workspaceId: member.workspaceId }, issued);
      }),
    );
}
