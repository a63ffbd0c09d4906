import { createHmac } from 'node:crypto';
import type { Services } from '@beback/api';
import { errorFields } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { createShares, type Shares } from './shares.ts';

/** The limits over this installation's database, which learns no address and no e-mail from them. */
export function openShares({ db, log }: Services, secrets: Secrets): Shares {
  return createShares({
    takeShare: db.identity.takeShare,
    hash: (key) => createHmac('sha256', secrets.session).update(key).digest('base64url'),
    onTrouble: (error) => log.warn(errorFields(error), 'limits are counted by this process alone'),
  });
}
