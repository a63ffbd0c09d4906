import { connect } from '@beback/db';
import { afterEach, describe, expect, test } from 'vitest';
import { apiFor, database, makeStore, type Store } from '../../test/harness.ts';
import { type Live, startLive } from './hub.ts';

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).reverse()) await thing.close();
});

const fail = (error: unknown) => {
  throw error;
};

async function liveOf(db = database.db): Promise<Live> {
  const live = await startLive(db, fail);
  open.push(live);
  return live;
}

type Heard = { id: string; data: { seq: number; kind: string; procedure?: string; dealId?: string | null } };

/** Subscribes as a member and gathers what is told. */
async function listen(store: Store, live: Live, memberId: string, lastEventId?: string) {
  const heard: Heard[] = [];
  const client = apiFor(
    { ...store.services, live },
    { email: store.emailOf(memberId), workspaceId: store.workspaceId },
  );
  await new Promise<void>((resolve, reject) => {
    const subscription = client.live.changes.subscribe(
      { lastEventId },
      { onStarted: () => resolve(), onData: (event) => heard.push(event as Heard), onError: reject },
    );
    open.push({ close: () => subscription.unsubscribe() });
  });
  // The subscription has started when its position is known: one more turn through the same queue.
  await live.subscribe(store.workspaceId, () => {}).ready;
  return heard;
}

const until = (heard: Heard[], count: number) => expect.poll(() => heard.length).toBeGreaterThanOrEqual(count);
const move = (store: Store, stage: keyof Store['stages']) =>
  store.manager.deal.move.mutate({ dealId: store.deals.ana.dealId, stageId: store.stages[stage] });

describe('live changes', () => {
  test('arrive in order with ids and never with contents', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.manager);
    await move(store, 'Contacted');
    await move(store, 'Showed');
    await until(heard, 2);
    expect(heard.map((event) => event.data)).toMatchObject([
      { kind: 'change', procedure: 'deal.move', dealId: store.deals.ana.dealId },
      { kind: 'change', procedure: 'deal.move', dealId: store.deals.ana.dealId },
    ]);
    expect(heard[1]?.data.seq).toBe((heard[0]?.data.seq ?? 0) + 1);
    expect(JSON.stringify(heard)).not.toMatch(/Lopez|Contacted|Showed/);
  });

  test('reach only those who may see the deal', async () => {
    const store = await makeStore();
    const live = await liveOf();
    const [ana, ben] = [
      await listen(store, live, store.members.rep),
      await listen(store, live, store.members.otherRep),
    ];
    await move(store, 'Contacted');
    await store.manager.deal.move.mutate({ dealId: store.deals.ben.dealId, stageId: store.stages.Showed });
    await until(ben, 1);
    expect(ana.map((event) => event.data.dealId)).toEqual([store.deals.ana.dealId]);
    expect(ben.map((event) => event.data.dealId)).toEqual([store.deals.ben.dealId]);
  });

  test('stay inside the workspace', async () => {
    const [store, other] = [await makeStore(), await makeStore()];
    const live = await liveOf();
    const heard = await listen(store, live, store.members.manager);
    await move(other, 'Contacted');
    await move(store, 'Contacted');
    await until(heard, 1);
    expect(heard.map((event) => event.data.dealId)).toEqual([store.deals.ana.dealId]);
  });

  test('tell a rep whose deal was given away to look again', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.rep);
    await store.manager.deal.update.mutate({ dealId: store.deals.ana.dealId, ownerId: store.members.otherRep });
    await until(heard, 1);
    expect(heard[0]?.data).toMatchObject({ kind: 'resync' });
  });

  test('go on after the last event a client saw', async () => {
    const store = await makeStore();
    const live = await liveOf();
    await move(store, 'Contacted');
    await move(store, 'Showed');
    await move(store, 'Write-up');
    const heard = await listen(store, live, store.members.manager, '1');
    await until(heard, 2);
    await move(store, 'F&I');
    await until(heard, 3);
    expect(heard.map((event) => event.id)).toEqual(['2', '3', '4']);
  });

  test('tell a client that was away for too long to look again', async () => {
    const store = await makeStore();
    const { owner } = database;
    await owner`update counters set value = 700 where workspace_id = ${store.workspaceId} and name = 'change'`;
    const rows = Array.from({ length: 600 }, (_, at) => ({
      workspace_id: store.workspaceId,
      id: crypto.randomUUID(),
      seq: at + 101,
      door: 'web',
      procedure: 'deal.move',
      subject_type: 'deal',
      subject_id: store.deals.ana.dealId,
      summary: 'moved',
      before: owner.json([]),
      after: owner.json([]),
      created_at: '2026-03-02T15:00:00Z',
    }));
    await owner`insert into changes ${owner(rows)}`;
    const heard = await listen(store, await liveOf(), store.members.manager, '100');
    await until(heard, 1);
    expect(heard[0]?.data).toEqual({ seq: 700, kind: 'resync' });
  });

  test('tell a client with a number from a database that was restored to look again', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.manager, '9000');
    await until(heard, 1);
    await move(store, 'Contacted');
    await until(heard, 2);
    expect(heard.map((event) => event.data.kind)).toEqual(['resync', 'change']);
  });

  test('are silent about what stands in the audit log alone', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.manager);
    const { owner } = database;
    await owner`update counters set value = 1 where workspace_id = ${store.workspaceId} and name = 'change'`;
    await owner`insert into changes ${owner({
      workspace_id: store.workspaceId,
      id: crypto.randomUUID(),
      seq: 1,
      door: 'web',
      procedure: 'session.start',
      subject_type: 'session',
      subject_id: store.members.rep,
      summary: 'signed in',
      before: owner.json([]),
      after: owner.json([]),
      created_at: '2026-03-02T15:00:00Z',
    })}`;
    await move(store, 'Contacted');
    await until(heard, 1);
    expect(heard.map((event) => event.data)).toMatchObject([{ seq: 2, kind: 'change', procedure: 'deal.move' }]);
  });

  test('cross processes', async () => {
    const store = await makeStore();
    const elsewhere = await connect(database.appUrl, { size: 2 });
    open.push(elsewhere);
    const heard = await listen(store, await liveOf(elsewhere), store.members.manager);
    await move(store, 'Contacted');
    await move(store, 'Showed');
    await until(heard, 2);
    expect(heard.map((event) => event.id)).toEqual(['1', '2']);
  });

  test('have no gap and no repeat when many people write at once', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.manager);
    const note = (at: number) =>
      store.manager.activity.log.mutate({ dealId: store.deals.ana.dealId, kind: 'note', note: `note ${at}` });
    await Promise.all(Array.from({ length: 60 }, (_, at) => note(at)));
    await until(heard, 60);
    expect(heard.map((event) => Number(event.id))).toEqual(Array.from({ length: 60 }, (_, at) => at + 1));
  });
});
