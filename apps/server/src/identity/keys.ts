import { createKeyUse, hashKey, isWholeKey, type Services, saysKey, toActor } from '@beback/api';
import { errorFields } from '../log.ts';
import type { Credentials, IdentityPort, Visitor } from './port.ts';

/**
 * Sign-in that also knows API keys: a bearer token that begins with `bb_` is one, whoever signs people in here. It acts as its
 * member, without a session, and its use is noted beside the request.
 */
export function withKeys(identity: IdentityPort, services: Services): IdentityPort {
  const noteUse = createKeyUse(services);

  async function identifyKey(key: string, address: string): Promise<Visitor | null> {
    const row = isWholeKey(key) ? await services.db.identity.byKey(hashKey(key), services.clock.now()) : null;
    if (!row) return null;
    void noteUse(toActor(row), address).catch((error) =>
      services.log.warn({ keyId: row.keyId, ...errorFields(error) }, 'the use of a key was not noted'),
    );
    return { row, door: 'api' };
  }

  return {
    ...identity,
    identify: (credentials) => {
      const key = keyOf(credentials);
      return key === null ? identity.identify(credentials) : identifyKey(key, credentials.address ?? 'unknown');
    },
    identifyPerson: async (credentials) => (keyOf(credentials) === null ? identity.identifyPerson(credentials) : null),
  };
}

/** The API key among a request's credentials, or null when it came with a session, or nothing. */
function keyOf({ authorization }: Credentials): string | null {
  const token = authorization === undefined ? '' : (/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
  return saysKey(token) ? token : null;
}
