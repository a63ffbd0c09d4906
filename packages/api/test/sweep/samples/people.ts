import { createHash } from 'node:crypto';
import { database } from '../../harness.ts';
import { later, type Sample, unique } from './sample.ts';

/** A link of a Slack user nobody has linked, good until later. */
const slackToken = () => `T0SWEEP-U${unique()}-${Date.parse(later)}-${'x'.repeat(43)}`;

/** Samples of people and their dealership. */
export const people: Record<string, Sample> = {
  'audit.list': {
    expect: 'managersRead',
    input: () => ({ door: 'web', what: 'people', address: '10.0.', from: '2026-03-01', to: later, limit: 10 }),
  },
  'auth.config': { expect: 'anybodyReads' },
  'change.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal(), limit: 20 }) },
  'change.undo': { expect: 'takesBack', input: async (of) => ({ changeId: await of.change() }) },
  'change.undoLatest': { expect: 'membersWrite', input: async (of) => void (await of.change()) },
  'key.create': {
    expect: 'managesRecord',
    input: async (of) => ({ name: 'Website', scope: 'write', memberId: await of.member(), expiresAt: later }),
  },
  'key.list': { expect: 'managersRead', input: () => ({ limit: 10 }) },
  'key.revoke': { expect: 'managesRecord', input: async (of) => ({ keyId: await of.key() }) },
  'link.lookSlack': { expect: 'anybodyReads', input: () => ({ token: slackToken() }) },
  'link.phoneCode': { expect: 'personsDo' },
  'link.slack': {
    expect: 'personsDo',
    input: async () => {
      const token = slackToken();
      const hash = createHash('sha256').update(token).digest('hex');
      const [teamId = '', userId = ''] = token.split('-');
      const { identity } = database.db;
      await identity.putLinkCode(hash, { kind: 'slack', teamId, userId }, new Date(later));
      return { token };
    },
  },
  'link.unlink': {
    expect: 'managesRecord',
    input: async (of) => ({ memberId: await of.member(), what: 'phone' }),
  },
  'link.unlinkPhone': { expect: 'personsDo' },
  'link.unlinkSlack': { expect: 'personsDo' },
  'live.changes': { expect: 'anybodyReads', input: () => ({ lastEventId: '1' }) },
  'invitation.accept': { expect: 'isAskedByName', input: async (of) => ({ token: await of.invitationToken() }) },
  'invitation.list': { expect: 'managersWrite', input: () => ({ limit: 10 }) },
  'invitation.look': { expect: 'holdsToken', input: async (of) => ({ token: await of.invitationToken() }) },
  'invitation.resend': {
    expect: 'managesRecord',
    input: async (of) => ({ invitationId: await of.invitation() }),
  },
  'invitation.revoke': {
    expect: 'managesRecord',
    input: async (of) => ({ invitationId: await of.invitation() }),
  },
  'member.handOverOwnership': {
    expect: 'ownersHandOver',
    apart: true,
    input: async (of) => ({ memberId: await of.member() }),
  },
  'member.inHand': { expect: 'managesRecord', input: async (of) => ({ memberId: await of.member() }) },
  'member.invite': {
    expect: 'managersWrite',
    input: () => ({ email: `m${unique()}@people.example`, name: 'New', role: 'rep' }),
  },
  'member.leave': { expect: 'membersGo', apart: true },
  'member.list': { expect: 'anybodyReads', input: () => ({ limit: 10 }) },
  'member.me': { expect: 'anybodyReads' },
  'member.remove': {
    expect: 'managesRecord',
    input: async (of, store) => ({ memberId: await of.member(), handOverTo: store.members.manager }),
  },
  'member.setRole': {
    expect: 'managesRecord',
    input: async (of) => ({ memberId: await of.member(), role: 'read_only' }),
  },
  'member.switchWorkspace': { expect: 'switches', input: async (of) => ({ workspaceId: await of.workspace() }) },
  'member.updateMe': {
    expect: 'personsDo',
    input: () => ({ name: `Me ${unique()}`, colorScheme: 'dark', notifications: { turnover: { email: 'daily' } } }),
  },
  'member.workspaces': { expect: 'anybodyReads' },
  'person.me': { expect: 'anybodyReads' },
  'session.end': { expect: 'personsDo', input: () => ({ sessionId: 'elsewhere' }) },
  'session.endOthers': { expect: 'personsDo' },
  'session.list': { expect: 'anybodyReads' },
  'workspace.create': {
    expect: 'personsDo',
    input: () => ({ name: 'New Motors', timeZone: 'America/Chicago', currency: 'USD', sells: 'both', ownerName: 'N' }),
  },
  'workspace.get': { expect: 'anybodyReads' },
  'workspace.update': {
    expect: 'ownersWrite',
    input: () => ({
      name: 'Northside Motors',
      timeZone: 'America/Chicago',
      currency: 'USD',
      floorOpen: false,
      unownedVisible: 'floor',
      requireTwoFactor: false,
      sells: 'both',
      sources: ['Phone'],
      lostReasons: [{ key: 'timing', name: 'Timing', bad: false, hidden: false }],
      noShowMinutes: 60,
    }),
  },
};
