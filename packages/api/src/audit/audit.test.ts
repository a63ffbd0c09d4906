import { describe, expect, test } from 'vitest';
import { database, makeStore, refusal, type Store } from '../../test/harness.ts';

/** Rows as other parts of the server write them: a sign-in, a failed one, the use of a key. */
async function addRows(store: Store) {
  const { owner } = database;
  const [counter] = await owner`select value from counters
    where workspace_id = ${store.workspaceId} and name = 'change'`;
  const first = Number(counter?.value ?? 0);
  const row = (nth: number, more: Record<string, unknown>) => ({
    workspace_id: store.workspaceId,
    id: crypto.randomUUID(),
    seq: first + nth,
    door: 'web',
    subject_id: store.members.rep,
    before: owner.json([]),
    after: owner.json([]),
    created_at: `2026-03-02T15:0${nth}:00Z`,
    address: null,
    member_id: null,
    ...more,
  });
  const rows = [
    row(1, {
      procedure: 'session.start',
      subject_type: 'session',
      summary: 'signed in',
      member_id: store.members.rep,
      address: '198.51.100.7',
    }),
    row(2, {
      procedure: 'session.fail',
      subject_type: 'session',
      summary: 'failed to sign in',
      address: '203.0.113.9',
    }),
    row(3, {
      procedure: 'key.use',
      subject_type: 'key',
      summary: 'used a key',
      door: 'api',
      address: '2001:db8::1',
      member_id: store.members.rep,
    }),
  ];
  await owner`insert into changes ${owner(rows)}`;
  await owner`update counters set value = ${first + 3} where workspace_id = ${store.workspaceId} and name = 'change'`;
}

const move = (store: Store, who = store.ana) =>
  who.deal.move.mutate({ dealId: store.deals.ana.dealId, stageId: store.stages.Showed });
const summaries = async (store: Store, input: Parameters<Store['boss']['audit']['list']['query']>[0]) =>
  (await store.manager.audit.list.query(input)).items.map((item) => item.summary);

describe('the audit log', () => {
  test('tells who did what, through which door, from which address, about whom; newest first', async () => {
    const store = await makeStore();
    await addRows(store);
    await move(store, store.as(store.members.rep, { door: 'sms' }));
    const { items } = await store.manager.audit.list.query();
    expect(items).toMatchObject([
      {
        seq: 4,
        memberName: 'Ana Rep',
        door: 'sms',
        address: null,
        procedure: 'deal.move',
        summary: 'moved to Showed from New up',
        dealId: store.deals.ana.dealId,
        subject: { type: 'deal', label: 'Maria Lopez' },
      },
      { seq: 3, door: 'api', address: '2001:db8::1', summary: 'used a key' },
      { seq: 2, memberId: null, memberName: null, address: '203.0.113.9', summary: 'failed to sign in' },
      { seq: 1, memberName: 'Ana Rep', address: '198.51.100.7', summary: 'signed in', subject: { label: 'Ana Rep' } },
    ]);
  });

  test('is filtered by member, door, kind, address and time', async () => {
    const store = await makeStore();
    await addRows(store);
    await move(store, store.manager);
    await store.boss.member.setRole.mutate({ memberId: store.members.readOnly, role: 'rep' });
    const all = await summaries(store, {});
    expect(all).toHaveLength(5);
    expect(await summaries(store, { memberId: store.members.rep })).toEqual(['used a key', 'signed in']);
    expect(await summaries(store, { door: 'api' })).toEqual(['used a key']);
    expect(await summaries(store, { what: 'sign_ins' })).toEqual(['failed to sign in', 'signed in']);
    expect(await summaries(store, { what: 'keys' })).toEqual(['used a key']);
    expect(await summaries(store, { what: 'deals' })).toEqual(['moved to Showed from New up']);
    expect(await summaries(store, { what: 'people' })).toEqual(['made Rae Reader rep']);
    expect(await summaries(store, { address: '198.51.' })).toEqual(['signed in']);
    expect(await summaries(store, { address: '2001:DB8::' })).toEqual(['used a key']);
    const minute = { from: '2026-03-02T15:02:00Z', to: '2026-03-02T15:03:00Z' };
    expect(await summaries(store, minute)).toEqual(['failed to sign in']);
    expect(await summaries(store, { from: '2026-03-02', to: '2026-03-02' })).toEqual(all);
    expect(await summaries(store, { from: '2026-03-03' })).toEqual([]);
  });

  test('is paged without a gap', async () => {
    const store = await makeStore();
    await addRows(store);
    await move(store);
    const first = await store.manager.audit.list.query({ limit: 3 });
    const second = await store.manager.audit.list.query({ limit: 3, cursor: first.nextCursor });
    expect([...first.items, ...second.items].map((item) => item.seq)).toEqual([4, 3, 2, 1]);
    expect(second.nextCursor).toBeNull();
  });

  test('is for managers and owners, each of their own dealership', async () => {
    const [store, other] = [await makeStore(), await makeStore()];
    await move(store);
    for (const who of [store.ana, store.reader])
      expect(await refusal(who.audit.list.query())).toMatchObject({ code: 'FORBIDDEN' });
    expect((await store.boss.audit.list.query()).items).toHaveLength(1);
    expect((await other.boss.audit.list.query()).items).toEqual([]);
  });

  test('grows by a line when something is taken back, and loses none', async () => {
    const store = await makeStore();
    const { changeId } = await move(store);
    await store.ana.change.undo.mutate({ changeId: changeId ?? '' });
    expect(await summaries(store, {})).toEqual([
      'took back: moved to Showed from New up',
      'moved to Showed from New up',
    ]);
  });

  test('keeps sign-ins and the use of keys to itself: histories, Today and UNDO do not know them', async () => {
    const store = await makeStore();
    const { changeId } = await move(store);
    await addRows(store);
    const history = await store.manager.change.list.query();
    const today = await store.manager.today.get.query();
    expect(history.items.map((item) => item.changeId)).toEqual([changeId]);
    expect(today.changes.map((item) => item.changeId)).toEqual([changeId]);
    expect(await store.ana.change.undoLatest.mutate()).toMatchObject({ undone: 'moved to Showed from New up' });
  });
});
