import { getUntypedClient } from '@trpc/client';
import { describe, expect, test } from 'vitest';
import { makeStore, refusal } from '../harness.ts';
import { callable, procedures } from './call.ts';
import { recordsOf } from './records.ts';
import { samples } from './samples.ts';

// Every procedure, called with an API key of each scope that acts as the owner: who could do more, could do anything.

const store = await makeStore();
const keyId = await recordsOf(store, store.members.owner, 'Ownmark').key();
const types = new Map(procedures.map(({ path, type }) => [path, type]));

/** What no key does, whoever it acts as. A noun that is added here or taken away changes what programs may do. */
const closedNouns = ['invitation', 'key', 'link', 'person', 'session'];
const readOnlyNouns = ['member', 'workspace'];
const closed = callable.filter((path) => {
  const [noun = ''] = path.split('.');
  return closedNouns.includes(noun) || (readOnlyNouns.includes(noun) && types.get(path) === 'mutation');
});
const open = callable.filter((path) => !closed.includes(path));

async function refused(path: string, scope: 'read' | 'write') {
  const client = getUntypedClient(store.as(store.members.owner, { door: 'api', key: { keyId, keyScope: scope } }));
  const input = await samples[path]?.input?.(recordsOf(store, store.members.owner, 'Ownmark'), store);
  return refusal(types.get(path) === 'query' ? client.query(path, input) : client.mutation(path, input));
}

describe('with a key that may read and write', () => {
  test.each(closed)('%s is not for programs', async (path) => {
    expect(await refused(path, 'write')).toMatchObject({ code: 'FORBIDDEN', reason: 'not_with_a_key' });
  });

  test.each(open)('%s is done as its member would do it', async (path) => {
    expect(await refused(path, 'write')).toBeNull();
  });
});

describe('with a key that may read', () => {
  test.each(open.filter((path) => types.get(path) === 'mutation'))('%s is refused', async (path) => {
    expect(await refused(path, 'read')).toMatchObject({
      code: 'FORBIDDEN',
      message: 'This key may read, but not write.',
    });
  });

  test.each(open.filter((path) => types.get(path) === 'query'))('%s is read', async (path) => {
    expect(await refused(path, 'read')).toBeNull();
  });
});
