import type { Services } from '@beback/api';
import type { LocalAddresses } from '../http/local-addresses.ts';
import { errorFields } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { mailCode } from './code-mail.ts';
import { createLocalIdentity } from './local.ts';
import type { IdentityPort } from './port.ts';

/** Local sign-in for this installation: codes go out through the queue. */
export function createLocalSignIn(services: Services, secrets: Secrets, addresses: LocalAddresses): IdentityPort {
  return createLocalIdentity({
    db: services.db,
    secret: secrets.session,
    publicUrl: addresses.shown,
    mailCode: (email, code) => {
      mailCode(services.enqueue, email, code).catch((error) =>
        services.log.error(errorFields(error), 'code not mailed'),
      );
    },
  });
}
