import { createHash } from 'node:crypto';
import { database, type Store } from '../harness.ts';
import type { Expectation } from './expected.ts';
import type { Records } from './records.ts';

/** How a procedure is called, and what is expected of it. */
export interface Sample {
  expect: Expectation;
  /** Done in a store of its own, because the caller is not afterwards who they were. */
  apart?: true;
  /** The input about the given records; some inputs also need to know the store. */
  input?: (of: Records, store: Store) => unknown;
}

const later = '2026-03-06T21:00:00.000Z';
let counted = 0;
const unique = () => {
  counted += 1;
  return counted;
};

/** A link of a Slack user nobody has linked, good until later. */
const slackToken = () => `T0SWEEP-U${unique()}-${Date.parse(later)}-${'x'.repeat(43)}`;

/** One input for every procedure. A procedure that is missing here fails the sweep. */
export const samples: Record<string, Sample> = {
  'activity.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal() }) },
  'activity.log': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      kind: 'call',
      outcome: 'reached',
      minutes: 8,
      note: 'wants blue',
    }),
  },
  'appointment.create': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), startsAt: later, kind: 'visit', note: 'with spouse' }),
  },
  'appointment.list': {
    expect: 'listsAbout',
    input: async (of) => ({ dealId: await of.deal(), from: '2026-03-01T00:00:00Z', to: later }),
  },
  'appointment.update': {
    expect: 'changesRecord',
    input: async (of) => ({ appointmentId: await of.appointment(), status: 'confirmed', startsAt: later, version: 1 }),
  },
  'audit.list': {
    expect: 'managersRead',
    input: () => ({ door: 'web', what: 'people', address: '10.0.', from: '2026-03-01', to: later, limit: 10 }),
  },
  'auth.config': { expect: 'anybodyReads' },
  'change.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal(), limit: 20 }) },
  'change.undo': { expect: 'takesBack', input: async (of) => ({ changeId: await of.change() }) },
  'change.undoLatest': { expect: 'membersWrite', input: async (of) => void (await of.change()) },
  'company.archive': { expect: 'managesRecord', input: async (of) => ({ companyId: await of.company() }) },
  'company.create': {
    expect: 'membersWrite',
    input: () => ({ name: `Acme ${unique()}`, phone: '214-555-0133', website: 'https://acme.example', note: 'n' }),
  },
  'company.get': { expect: 'readsRecord', input: async (of) => ({ companyId: await of.company() }) },
  'company.list': { expect: 'anybodyReads', input: () => ({ query: 'acme', limit: 10 }) },
  'company.update': {
    expect: 'changesRecord',
    input: async (of) => ({ companyId: await of.company(), name: 'Acme', phone: null, version: 1 }),
  },
  'contact.archive': { expect: 'managesRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.duplicates': { expect: 'readsRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.merge': {
    expect: 'managesRecord',
    input: async (of) => ({ keepId: await of.contact(), mergeId: await of.contact(), choose: { name: 'merge' } }),
  },
  'contact.create': {
    expect: 'membersWrite',
    input: () => ({
      name: `Ada ${unique()}`,
      phones: [{ phone: `214555${String(1000 + unique())}`, kind: 'home' }],
      emails: [`ada${unique()}@mail.example`],
      companyName: 'Acme',
      address: { street: '1 Main St', city: 'Dallas' },
      note: 'n',
      doNotText: true,
    }),
  },
  'contact.get': { expect: 'readsRecord', input: async (of) => ({ contactId: await of.contact() }) },
  'contact.list': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), limit: 10 }) },
  'contact.search': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), limit: 10 }) },
  'contact.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      contactId: await of.contact(),
      firstName: 'Ada',
      note: 'n',
      address: { city: 'Dallas' },
      version: 1,
    }),
  },
  'deal.board': {
    expect: 'anybodyReads',
    input: () => ({
      query: 'acme',
      source: 'Phone',
      minStageDays: 2,
      overdue: true,
      quiet: true,
      newToday: true,
      unowned: true,
      closedDays: 30,
    }),
  },
  'deal.bulk': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      dealIds: [await of.deal(), await of.deal()],
      set: { stageId: store.stages.Lost, lostReason: 'timing', lostNote: 'n', source: 'Phone' },
    }),
  },
  'deal.claim': { expect: 'claims', input: async (of) => ({ dealId: await of.deal() }) },
  'deal.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      contactId: await of.contact(),
      title: 'T',
      valueCents: 100,
      vehicle: { year: 2024, make: 'Kia', vin: '1HGCM82633A004352' },
    }),
  },
  'deal.get': { expect: 'readsRecord', input: async (of) => ({ dealId: await of.deal() }) },
  'deal.list': { expect: 'listsAbout', input: async (of) => ({ query: await of.customer(), kind: 'open', limit: 10 }) },
  'deal.lostReasons': { expect: 'anybodyReads' },
  'deal.move': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      dealId: await of.deal(),
      stageId: store.stages.Lost,
      version: 1,
      lostReason: 'timing',
      lostNote: 'n',
      frontGrossCents: 120_000,
      backGrossCents: null,
    }),
  },
  'deal.share': {
    expect: 'managesRecord',
    apart: true,
    input: async (of, store) => ({ dealId: await of.deal(), memberId: store.members.rep, creditPercent: 50 }),
  },
  'deal.unshare': { expect: 'managesRecord', input: (of) => of.share() },
  'deal.sources': { expect: 'anybodyReads' },
  'deal.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      title: 'T',
      valueCents: 100,
      source: 'Phone',
      probability: 50,
      version: 1,
    }),
  },
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
  'quicklog.answer': { expect: 'answers', input: async (of) => ({ questionId: await of.question(), choice: 1 }) },
  'quicklog.preview': {
    expect: 'anybodyReads',
    input: async (of) => ({ text: `called ${await of.customer()} 8 min` }),
  },
  'quicklog.submit': {
    expect: 'saysAbout',
    input: async (of) => ({ text: `called ${await of.customer()} 8 min, call back fri 3pm` }),
  },
  'session.end': { expect: 'personsDo', input: () => ({ sessionId: 'elsewhere' }) },
  'session.endOthers': { expect: 'personsDo' },
  'session.list': { expect: 'anybodyReads' },
  'report.activity': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.ageing': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.byRep': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.bySource': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.csv': {
    expect: 'anybodyReads',
    input: () => ({ table: 'byRep', filter: { period: 'last_90_days' } }),
  },
  'report.forecast': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.funnel': { expect: 'anybodyReads', input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }) },
  'report.lostReasons': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.responseTimes': {
    expect: 'anybodyReads',
    input: () => ({ from: '2026-02-01', to: '2026-03-31', source: 'Phone' }),
  },
  'report.summary': { expect: 'anybodyReads', input: () => ({ period: 'month' }) },
  'stage.archive': {
    expect: 'managesRecord',
    input: async (of, store) => ({ stageId: await of.stage(), moveDealsTo: store.stages.Contacted }),
  },
  'stage.create': {
    expect: 'managersWrite',
    input: () => ({ name: 'Credit check', kind: 'open', probability: 70, position: 3 }),
  },
  'stage.list': { expect: 'anybodyReads' },
  'stage.reorder': {
    expect: 'managersWrite',
    input: async (_, store) => ({
      stageIds: (await store.manager.stage.list.query()).items.map((stage) => stage.stageId),
    }),
  },
  'stage.update': {
    expect: 'managesRecord',
    input: async (of) => ({ stageId: await of.stage(), name: 'Check', probability: 20, version: 1 }),
  },
  'task.complete': { expect: 'changesRecord', input: async (of) => ({ taskId: await of.task(), done: true }) },
  'task.create': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), title: 'Call back', dueAt: later, allDay: true }),
  },
  'task.list': { expect: 'listsAbout', input: async (of) => ({ dealId: await of.deal(), done: false, limit: 10 }) },
  'task.update': {
    expect: 'changesRecord',
    input: async (of) => ({ taskId: await of.task(), title: 'Call', dueAt: later, version: 1 }),
  },
  'today.get': { expect: 'anybodyReads', input: () => ({ floor: true }) },
  'trade.archive': { expect: 'changesRecord', input: async (of) => ({ tradeId: await of.trade() }) },
  'trade.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      year: 2019,
      make: 'Ford',
      odometer: 61_000,
      payoffCents: 100,
      status: 'requested',
    }),
  },
  'trade.update': {
    expect: 'changesRecord',
    input: async (of) => ({
      tradeId: await of.trade(),
      status: 'appraised',
      acvCents: 100,
      allowanceCents: 90,
      version: 1,
    }),
  },
  'vehicle.archive': { expect: 'changesRecord', input: async (of) => ({ vehicleId: await of.vehicle() }) },
  'vehicle.create': {
    expect: 'changesRecord',
    input: async (of) => ({
      dealId: await of.deal(),
      year: 2024,
      make: 'Kia',
      condition: 'new',
      interest: 'lease',
      priceCents: 100,
    }),
  },
  'vehicle.update': {
    expect: 'changesRecord',
    input: async (of) => ({ vehicleId: await of.vehicle(), color: 'blue', note: 'n', version: 1 }),
  },
  'workspace.create': {
    expect: 'personsDo',
    input: () => ({ name: 'New Motors', timeZone: 'America/Chicago', currency: 'USD', sells: 'both', ownerName: 'N' }),
  },
  'view.archive': { expect: 'changesOwnView', input: async (of) => ({ viewId: await of.view() }) },
  'view.create': {
    expect: 'membersWrite',
    input: () => ({ page: 'board', name: `Mine ${unique()}`, search: { source: 'Phone', age: 7 }, shared: true }),
  },
  'view.list': { expect: 'anybodyReads', input: () => ({ page: 'board' }) },
  'view.update': {
    expect: 'changesOwnView',
    input: async (of) => ({ viewId: await of.view(), name: 'Mine', search: { mine: true }, shared: false, version: 1 }),
  },
  'visit.list': { expect: 'anybodyReads', input: () => ({ date: '2026-03-02', limit: 10 }) },
  'visit.start': {
    expect: 'changesRecord',
    input: async (of) => ({ dealId: await of.deal(), note: 'with spouse', vehicle: 'blue Tahoe' }),
  },
  'visit.update': {
    expect: 'changesRecord',
    input: async (of, store) => ({
      visitId: await of.visit(),
      version: 1,
      demo: true,
      turnoverTo: store.members.manager,
      result: 'be_back',
      left: true,
    }),
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
  'export.download': { expect: 'readsOwn', input: async (of) => ({ exportId: await of.doneExport() }) },
  'export.list': { expect: 'anybodyReads', input: () => ({ limit: 10 }) },
  'export.start': { expect: 'membersWrite', input: () => ({ what: 'contacts', format: 'csv' }) },
  'import.get': { expect: 'readsRecord', input: async (of) => ({ importId: await of.doneImport() }) },
  'import.list': { expect: 'anybodyReads', input: () => ({ limit: 10 }) },
  'import.preview': {
    expect: 'membersWrite',
    input: () => ({
      fileName: 'people.csv',
      contentBase64: Buffer.from('Name,Phone\nAda,2145550100\n').toString('base64'),
    }),
  },
  'import.revert': { expect: 'changesRecord', input: async (of) => ({ importId: await of.doneImport() }) },
  'import.run': {
    expect: 'goesOnWithOwn',
    input: async (of) => ({ importId: await of.previewedImport(), duplicates: 'skip' }),
  },
};
