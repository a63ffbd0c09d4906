import { expect, test } from 'vitest';
import { database, makeStore, type Store } from '../../test/harness.ts';
import { considerChange } from './consider.ts';
import { isDigestHour } from './digest.rules.ts';
import { sendDigests } from './digest.ts';
import { causesOf, effectiveNotices, mergedNotices } from './notice.rules.ts';
import { claimNotice } from './send.ts';

test('what a member says of one channel leaves the others as the product has them', () => {
  const own = mergedNotices({ turnover: { slack: 'off' } }, { turnover: { text: 'daily' } });
  expect(effectiveNotices(own).turnover).toEqual({ email: 'off', text: 'daily', slack: 'off' });
  expect(effectiveNotices({}).followUps.email).toBe('daily');
});

test.each([
  ['a deal that changes hands', deal({ ownerId: 'a' }, { ownerId: 'b' }), ['dealGiven']],
  ['a new deal of nobody’s', deal(null, { ownerId: null }), ['leadWaiting']],
  ['a new deal of somebody’s', deal(null, { ownerId: 'a' }), ['dealGiven']],
  ['a deal that is sold', deal({ soldOn: null }, { soldOn: '2026-03-02' }), ['dealSold']],
  ['a deal that moves on', deal({ stageId: 's' }, { stageId: 't' }), []],
])('%s is news: %j', (_what, images, events) => {
  expect(causesOf(images).map((cause) => cause.event)).toEqual(events);
});

test.each([
  ['2026-03-02T14:10:00Z', 'America/Chicago', true],
  ['2026-03-02T15:00:00Z', 'America/Chicago', false],
  ['2026-07-02T13:00:00Z', 'America/Chicago', true],
  ['2026-03-02T03:00:00Z', 'Asia/Kolkata', true],
])('at %s in %s the morning summary goes out: %s', (at, timeZone, due) => {
  expect(isDigestHour(new Date(at), timeZone)).toBe(due);
});

test('who is given a deal is told once, however often it is looked at, and not what they did themselves', async () => {
  const store = await makeStore();
  const { manager, ben, deals, members, services } = store;
  await manager.deal.update.mutate({ dealId: deals.ana.dealId, ownerId: members.otherRep });
  const [job] = jobsOf(store, 'notice.consider');
  await considerChange(services, store.workspaceId, String(job?.payload.changeId));
  await considerChange(services, store.workspaceId, String(job?.payload.changeId));
  const rows = await noticesOf(store, members.otherRep);
  expect(rows.map(({ channel, pace }) => [channel, pace])).toEqual([
    ['email', 'at_once'],
    ['slack', 'at_once'],
  ]);
  expect(rows[0]?.summary).toMatch(
    /^Maria Lopez \(#\d+.*\) is yours now, from Mark Manager\.$|^Maria Lopez .* is yours now/,
  );
  expect(await noticesOf(store, members.manager)).toEqual([]);
  await ben.member.updateMe.mutate({ notifications: { dealGiven: { email: 'off', slack: 'off' } } });
  expect((await ben.member.me.query()).notifications.dealGiven).toEqual({ email: 'off', text: 'off', slack: 'off' });
});

test('a notice is claimed once, and not by who may not see the deal any more', async () => {
  const store = await makeStore();
  const { manager, deals, members, services } = store;
  await manager.deal.update.mutate({ dealId: deals.ana.dealId, ownerId: members.otherRep });
  await considerAll(store);
  const slack = (await noticesOf(store, members.otherRep)).find((notice) => notice.channel === 'slack');
  const job = { workspaceId: store.workspaceId, memberId: members.otherRep, noticeId: String(slack?.id) };
  expect(await claimNotice(services, job)).toMatchObject({
    channel: 'slack',
    text: expect.stringContaining('/deals/'),
  });
  expect(await claimNotice(services, job)).toBeNull();
  const mail = (await noticesOf(store, members.otherRep)).find((notice) => notice.channel === 'email');
  await manager.deal.update.mutate({ dealId: deals.ana.dealId, ownerId: members.rep });
  const sent = store.jobs.filter(({ task }) => task === 'email.send').length;
  expect(await claimNotice(services, { ...job, noticeId: String(mail?.id) })).toBeNull();
  expect(store.jobs.filter(({ task }) => task === 'email.send')).toHaveLength(sent);
});

test('a lead that nobody has taken is told to those who see it', async () => {
  const store = await makeStore();
  const { manager, members } = store;
  await manager.deal.create.mutate({ contact: { name: 'Nora Newlead' }, ownerId: null });
  await considerAll(store);
  const told = await database.owner`select distinct member_id from notices
    where workspace_id = ${store.workspaceId} and event = 'leadWaiting'`;
  expect(told.map((row) => row.member_id)).toEqual([members.owner]);
});

test('the morning mail holds what is due, and goes out once a day', async () => {
  const store = await makeStore();
  const { ana, deals, clock, services } = store;
  await ana.task.create.mutate({ dealId: deals.ana.dealId, title: 'Call back', dueAt: '2026-03-02T20:00:00Z' });
  clock.at = '2026-03-03T14:00:00.000Z';
  await Promise.all([sendDigests(services), sendDigests(services)]);
  await sendDigests(services);
  const mails = jobsOf(store, 'email.send').filter(({ payload }) => payload.to === store.emailOf(store.members.rep));
  expect(mails).toHaveLength(1);
  expect(String(mails[0]?.payload.text)).toContain('Maria Lopez: Call back');
});

test('what was to come once a day through Slack comes with the morning mail, and once', async () => {
  const store = await makeStore();
  const { manager, ben, deals, members, clock, services } = store;
  const off = { email: 'off' } as const;
  const daily = { email: 'daily', slack: 'daily' } as const;
  const others = { leadWaiting: off, turnover: off, appointmentMissed: off, dealSold: off, followUps: off };
  await ben.member.updateMe.mutate({ notifications: { ...others, dealGiven: daily } });
  await manager.deal.update.mutate({ dealId: deals.ana.dealId, ownerId: members.otherRep });
  await considerAll(store);
  await ben.member.updateMe.mutate({ notifications: { dealGiven: off } });
  clock.at = '2026-03-03T14:00:00.000Z';
  await sendDigests(services);
  const mails = jobsOf(store, 'email.send').filter(({ payload }) => payload.to === store.emailOf(members.otherRep));
  expect(mails).toHaveLength(1);
  expect(String(mails[0]?.payload.text).match(/is yours now/g)).toHaveLength(1);
});

function deal(before: Record<string, unknown> | null, after: Record<string, unknown>) {
  const image = (row: Record<string, unknown> | null) => [{ table: 'deals', id: 'd', version: 1, row }];
  return { before: image(before), after: image(after) };
}

const jobsOf = (store: Store, task: string) => store.jobs.filter((job) => job.task === task);

async function considerAll(store: Store): Promise<void> {
  for (const { payload } of jobsOf(store, 'notice.consider'))
    await considerChange(store.services, store.workspaceId, String(payload.changeId));
}

const noticesOf = (store: Store, memberId: string) => database.owner`select id, channel, pace, summary from notices
  where workspace_id = ${store.workspaceId} and member_id = ${memberId} order by channel`;
