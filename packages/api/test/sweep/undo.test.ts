import { beforeAll, expect, test } from 'vitest';
import { makeStore, type Store } from '../harness.ts';
import { call, procedures } from './call.ts';
import { recordsOf } from './records.ts';
import { samples } from './samples.ts';

// A button that takes back is shown where there is something to take back, and nowhere else.

/** What happened outside of Beback's own records cannot be taken back: a mail went out, a secret was shown, a phone was linked. */
const final = [
  'invitation.resend',
  'invitation.revoke',
  'key.create',
  'key.revoke',
  'link.slack',
  'link.unlink',
  'link.unlinkPhone',
  'link.unlinkSlack',
  'member.handOverOwnership',
  'member.invite',
];

let store: Store;

beforeAll(async () => {
  store = await makeStore();
});

const mutations = procedures.filter(({ type, path }) => type === 'mutation' && !path.startsWith('change.'));

test.each(mutations)('$path is offered to be taken back if and only if it can be', async ({ path }) => {
  const sample = samples[path];
  const here = sample?.apart ? await makeStore() : store;
  const api = here.as(here.members.owner, { switchWorkspace: async () => {} });
  const input = await sample?.input?.(recordsOf(here, here.members.owner, 'Ownmark'), here);
  const answer = await call(api, path, input).catch(() => null);
  const changeId = changeIdOf(answer);
  if (!changeId) return;
  const { items } = await here.as(here.members.owner).change.list.query({ limit: 20 });
  const change = items.find((item) => item.changeId === changeId);
  const taken = await here
    .as(here.members.owner)
    .change.undo.mutate({ changeId })
    .then(
      () => true,
      () => false,
    );
  expect({ offered: change?.undoable ?? false, taken }).toEqual({ offered: taken, taken: !final.includes(path) });
});

function changeIdOf(answer: unknown): string | null {
  if (typeof answer !== 'object' || answer === null || !('changeId' in answer)) return null;
  return typeof answer.changeId === 'string' ? answer.changeId : null;
}
