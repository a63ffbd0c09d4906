import { expect, test } from 'vitest';
import { makeStore, refusal, type Store } from '../../test/harness.ts';
import { work } from '../../test/imports.ts';

async function exported(store: Store, format: 'csv' | 'json'): Promise<string> {
  const { exportId } = await store.manager.export.start.mutate({ what: 'audit', format });
  await work(store);
  const file = await store.manager.export.download.query({ exportId });
  expect(file.fileName).toBe(`audit-log-2026-03-02.${format}`);
  return Buffer.from(file.contentBase64, 'base64').toString();
}

async function moved(): Promise<Store> {
  const store = await makeStore();
  await store.ana.deal.move.mutate({ dealId: store.deals.ana.dealId, stageId: store.stages.Showed });
  return store;
}

test('the audit log is exported as CSV, oldest first, the export itself included', async () => {
  const csv = await exported(await moved(), 'csv');
  expect(csv.trimEnd().split('\r\n')).toEqual([
    '\ufeffNumber,Time,Who,What,About,Kind,Door,Address,Key,Call',
    '1,2026-03-02T15:00:00.000Z,Ana Rep,moved to Showed from New up,Maria Lopez,deal,web,,,deal.move',
    '2,2026-03-02T15:00:00.000Z,Max Manager,exported the audit log as CSV,export,export,web,,,export.start',
  ]);
});

test('the audit log is exported as JSON', async () => {
  const { audit } = JSON.parse(await exported(await moved(), 'json'));
  expect(audit).toMatchObject([
    { seq: 1, memberName: 'Ana Rep', summary: 'moved to Showed from New up', subject: { label: 'Maria Lopez' } },
    { seq: 2, summary: 'exported the audit log as JSON' },
  ]);
});

test('taking the file is in the audit log, each time, and in no history', async () => {
  const store = await moved();
  await exported(store, 'csv');
  const log = await store.boss.audit.list.query({ what: 'exports' });
  expect(log.items.map((item) => item.summary)).toEqual([
    'downloaded the audit log as CSV',
    'exported the audit log as CSV',
  ]);
  const history = await store.boss.change.list.query();
  expect(history.items.map((item) => item.procedure)).toEqual(['export.start', 'deal.move']);
});

test('the audit log is exported to managers and owners only, also when somebody was one a moment ago', async () => {
  const store = await moved();
  const ask = (who: Store['boss']) => refusal(who.export.start.mutate({ what: 'audit' }));
  expect([await ask(store.ana), await ask(store.reader)]).toMatchObject([{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }]);
  const before = await store.manager.export.start.mutate({ what: 'audit' });
  await work(store);
  const waiting = await store.manager.export.start.mutate({ what: 'audit' });
  await store.boss.member.setRole.mutate({ memberId: store.members.manager, role: 'rep' });
  await work(store);
  for (const { exportId } of [before, waiting])
    expect(await refusal(store.manager.export.download.query({ exportId }))).toMatchObject({ code: 'FORBIDDEN' });
  const { items } = await store.manager.export.list.query();
  expect(items.find((item) => item.exportId === waiting.exportId)).toMatchObject({ status: 'failed' });
});
