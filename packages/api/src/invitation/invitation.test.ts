import { makeMember } from '@beback/db/test';
import { describe, expect, test } from 'vitest';
import { apiFor, database, makeStore, refusal, type Store } from '../../test/harness.ts';
import { hashToken, maskEmail } from './invitation.rules.ts';

let counted = 0;
const newEmail = () => {
  counted += 1;
  return `${crypto.randomUUID()}-${counted}@people.example`;
};

/** Invites somebody; gives their address, the token of the last mail, and themselves as a client. */
async function invited(store: Store, given: { role?: 'rep' | 'manager'; email?: string; by?: Store['boss'] } = {}) {
  const { role = 'rep', email = newEmail(), by = store.manager } = given;
  const answer = await by.member.invite.mutate({ email: email.toUpperCase(), name: 'Nina New', role });
  return { ...answer, email, token: lastToken(store), guest: apiFor(store.services, { email }) };
}

function lastToken({ jobs }: Store): string {
  const text = String(jobs.findLast(({ task }) => task === 'email.send')?.payload.text);
  return /https:\/\/beback\.example\/invitation\/([\w-]{43})\n/.exec(text)?.[1] ?? '';
}

const membersWith = (email: string) => database.owner`select id, role, active from members where email = ${email}`;
const over = { code: 'NOT_FOUND', message: 'This invitation is not valid any more.' };

describe('an invitation', () => {
  test('goes out by mail, and makes nobody a member until it is accepted', async () => {
    const store = await makeStore();
    const { email, token, guest, status, invitedBy, expiresAt } = await invited(store);
    expect({ status, invitedBy: invitedBy.name, expiresAt }).toEqual({
      status: 'open',
      invitedBy: 'Max Manager',
      expiresAt: '2026-03-09T15:00:00.000Z',
    });
    expect(store.jobs.at(-1)?.payload).toMatchObject({
      to: email,
      subject: 'Max Manager invites you to Northside Motors',
    });
    expect(await membersWith(email)).toHaveLength(0);
    expect(await refusal(guest.member.me.query())).toMatchObject({ reason: 'no_workspace' });
    expect(await guest.person.me.query()).toMatchObject({
      invitations: [{ workspaceName: 'Northside Motors', email }],
    });
    expect(await guest.invitation.accept.mutate({ token })).toMatchObject({
      workspaceId: store.workspaceId,
      alreadyMember: false,
    });
    expect(await guest.member.me.query()).toMatchObject({ name: 'Nina New', email, role: 'rep' });
    expect((await store.manager.change.list.query()).items[0]).toMatchObject({
      procedure: 'invitation.accept',
      memberName: 'Nina New',
      summary: 'joined as rep',
      undoable: false,
    });
  });

  test('is kept as a hash: its token is in the mail and nowhere else', async () => {
    const store = await makeStore();
    const { token } = await invited(store);
    const [row] = await database.owner`select * from invitations where workspace_id = ${store.workspaceId}`;
    expect(row?.token_hash).toBe(hashToken(token));
    const changes = await database.owner`select * from changes where workspace_id = ${store.workspaceId}`;
    expect(JSON.stringify([row, changes])).not.toContain(token);
  });

  test('shows who holds its link who invites them, and no whole address', async () => {
    const store = await makeStore();
    const { token, email } = await invited(store);
    const stranger = apiFor(store.services, { email: null });
    const seen = await stranger.invitation.look.query({ token });
    expect(seen).toEqual({
      workspaceName: 'Northside Motors',
      invitedBy: 'Max Manager',
      role: 'rep',
      email: maskEmail(email),
      expiresAt: '2026-03-09T15:00:00.000Z',
    });
    expect(await refusal(stranger.invitation.look.query({ token: `${token}x` }))).toMatchObject(over);
    expect(maskEmail('nina@people.example')).toBe('n•••@people.example');
  });

  test('accepted twice at the same moment makes one member', async () => {
    for (let round = 0; round < 5; round += 1) {
      const store = await makeStore();
      const { token, guest, email } = await invited(store);
      const [one, other] = await Promise.all([
        guest.invitation.accept.mutate({ token }),
        guest.invitation.accept.mutate({ token }),
      ]);
      expect(one.memberId).toBe(other.memberId);
      expect([one.alreadyMember, other.alreadyMember].toSorted()).toEqual([false, true]);
      expect(await membersWith(email)).toHaveLength(1);
      expect(store.faults).toEqual([]);
      expect(await refusal(guest.invitation.accept.mutate({ token }))).toMatchObject(over);
    }
  });

  test('is for one address: another one is refused politely', async () => {
    const store = await makeStore();
    const { token, invitationId, email } = await invited(store);
    const somebody = apiFor(store.services, { email: newEmail() });
    expect(await refusal(somebody.invitation.accept.mutate({ token }))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'other_address',
      message: `This invitation is for ${maskEmail(email)}. Sign in with that address, or ask for one to yours.`,
    });
    expect(await refusal(somebody.invitation.accept.mutate({ invitationId }))).toMatchObject(over);
  });

  test('is accepted from the list of one’s own, without its link, and looked at from then on', async () => {
    const store = await makeStore();
    const { invitationId, email } = await invited(store);
    const looksAt: string[] = [];
    const guest = apiFor(store.services, { email, switchWorkspace: async (id) => void looksAt.push(id) });
    await guest.invitation.accept.mutate({ invitationId });
    expect(looksAt).toEqual([store.workspaceId]);
  });

  test('ends after seven days, when it is taken back, and with the former link when it is sent again', async () => {
    const store = await makeStore();
    const { token, guest, invitationId } = await invited(store);
    store.clock.at = '2026-03-09T15:00:00.000Z';
    expect(await refusal(guest.invitation.accept.mutate({ token }))).toMatchObject(over);
    expect((await store.manager.invitation.list.query()).items).toMatchObject([{ status: 'expired' }]);
    expect(await store.manager.invitation.resend.mutate({ invitationId })).toMatchObject({
      status: 'open',
      expiresAt: '2026-03-16T15:00:00.000Z',
    });
    const second = lastToken(store);
    expect(second).not.toBe(token);
    expect(await refusal(guest.invitation.look.query({ token }))).toMatchObject(over);
    expect(await guest.invitation.look.query({ token: second })).toMatchObject({ role: 'rep' });
    expect(await store.manager.invitation.revoke.mutate({ invitationId })).toMatchObject({ status: 'revoked' });
    expect(await refusal(guest.invitation.accept.mutate({ token: second }))).toMatchObject(over);
    expect(await refusal(store.manager.invitation.resend.mutate({ invitationId }))).toMatchObject({
      reason: 'invitation_closed',
    });
  });

  test('to somebody who has one is the same one, sent again', async () => {
    const store = await makeStore();
    const first = await invited(store);
    const second = await invited(store, { email: first.email, role: 'manager', by: store.boss });
    expect(second.invitationId).toBe(first.invitationId);
    expect((await store.boss.invitation.list.query()).items).toMatchObject([{ role: 'manager', status: 'open' }]);
    expect(await refusal(first.guest.invitation.accept.mutate({ token: first.token }))).toMatchObject(over);
    expect(await refusal(invited(store, { email: first.email }))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('sent twice at the same moment is one', async () => {
    const store = await makeStore();
    const email = newEmail();
    await Promise.all([store.manager, store.boss].map((by) => invited(store, { email, by })));
    expect((await store.manager.invitation.list.query()).items).toHaveLength(1);
  });

  test('to a member is refused; one accepted by who has become a member meanwhile says so', async () => {
    const store = await makeStore();
    expect(await refusal(invited(store, { email: store.emailOf(store.members.rep) }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'member_exists',
    });
    const { token, guest, email } = await invited(store);
    const memberId = await makeMember(database.owner, store.workspaceId, { email, role: 'read_only' });
    expect(await guest.invitation.accept.mutate({ token })).toEqual({
      workspaceId: store.workspaceId,
      memberId,
      alreadyMember: true,
    });
    expect(await guest.member.me.query()).toMatchObject({ role: 'read_only' });
  });

  test('brings a former member back as who they were', async () => {
    const store = await makeStore();
    const { manager, ben, members, emailOf } = store;
    await manager.member.remove.mutate({ memberId: members.otherRep, handOverTo: members.rep });
    const email = emailOf(members.otherRep);
    const { token, guest } = await invited(store, { email });
    await guest.invitation.accept.mutate({ token });
    expect(await ben.member.me.query()).toMatchObject({ memberId: members.otherRep, name: 'Nina New' });
  });

  test('gives no role that whoever sent it could not give any more', async () => {
    const store = await makeStore();
    const { token, guest, invitationId } = await invited(store, { role: 'manager', by: store.boss });
    await store.boss.member.handOverOwnership.mutate({ memberId: store.members.manager });
    expect(await refusal(guest.invitation.accept.mutate({ token }))).toMatchObject({ reason: 'inviter_gone' });
    await store.manager.invitation.resend.mutate({ invitationId });
    await guest.invitation.accept.mutate({ token: lastToken(store) });
    expect(await guest.member.me.query()).toMatchObject({ role: 'manager' });
  });

  test('is for managers to send: to reps; and for the owner to send to anybody', async () => {
    const store = await makeStore();
    for (const by of [store.ana, store.reader])
      expect(await refusal(invited(store, { by }))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await refusal(invited(store, { role: 'manager' }))).toMatchObject({ code: 'FORBIDDEN' });
    const { invitationId } = await invited(store, { role: 'manager', by: store.boss });
    expect(await refusal(store.manager.invitation.revoke.mutate({ invitationId }))).toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  test('is not sent more than sixty times an hour', async () => {
    const store = await makeStore();
    const { invitationId } = await invited(store);
    for (let nth = 1; nth < 60; nth += 1) await store.manager.invitation.resend.mutate({ invitationId });
    expect(await refusal(store.manager.invitation.resend.mutate({ invitationId }))).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
    });
  });
});
