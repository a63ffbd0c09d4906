import { recordSession, type Services } from '@beback/api';
import type { Env } from '@beback/config';
import { createClerk } from '@beback/vendors';
import type { LocalAddresses } from '../http/local-addresses.ts';
import { errorFields } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { createClerkIdentity } from './clerk.ts';
import { clerkKeysOf } from './clerk-keys.ts';
import { mailCode } from './code-mail.ts';
import { createLocalIdentity } from './local.ts';
import type { ClerkIdentity, Identity, LocalIdentity } from './port.ts';

/** What signs people in here: Clerk where its keys are set, codes by mail otherwise. Throws ConfigError. */
export function createSignIn(env: Env, services: Services, secrets: Secrets, addresses: LocalAddresses): Identity {
  return createClerkSignIn(env, services, addresses) ?? createLocalSignIn(services, secrets, addresses);
}

/** Clerk for this installation, or null without its keys: its tokens have to be made for pages of ours. */
function createClerkSignIn(env: Env, services: Services, addresses: LocalAddresses): ClerkIdentity | null {
  const keys = clerkKeysOf(env);
  if (!keys) return null;
  const clerk = createClerk({ ...keys, authorizedParties: originsOf(addresses), apiUrl: env.CLERK_API_URL });
  return createClerkIdentity({
    db: services.db,
    clerk,
    publishableKey: keys.publishableKey,
    onSession: ({ id, ...event }) => {
      const delivery = { provider: 'clerk', externalId: id };
      return recordSession(services, { ...event, door: 'web', delivery });
    },
  });
}

/** The origins our pages can have. */
export function originsOf({ all }: LocalAddresses): string[] {
  return [...new Set(all.map((address) => new URL(address).origin))];
}

/** Local sign-in for this installation: codes go out through the queue, and the audit log hears of it. */
export function createLocalSignIn(services: Services, secrets: Secrets, addresses: LocalAddresses): LocalIdentity {
  const { log } = services;
  return createLocalIdentity({
    db: services.db,
    secret: secrets.session,
    publicUrl: addresses.shown,
    mailCode: (email, code) => {
      mailCode(services.enqueue, email, code).catch((error) => log.error(errorFields(error), 'code not mailed'));
    },
    // After the answer: how long it takes depends on whose address it is.
    onSession: (event) => {
      setImmediate(() => {
        recordSession(services, { ...event, door: 'web' }).catch((error) =>
          log.error(errorFields(error), 'a session was not written down'),
        );
      });
    },
  });
}
