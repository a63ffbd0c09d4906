import { connect } from '@beback/db';
import { afterEach, describe, expect, test } from 'vitest';
import { apiFor, type Caller, database, makeStore, otherSession, type Store } from '../../test/harness.ts';
import { wireError } from '../user-message.ts';
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
async function listen(store: Store, live: Live, memberId: string, lastEventId?: string, more: Partial<Caller> = {}) {
  const heard: Heard[] = [];
  const ended: unknown[] = [];
  const client = apiFor(
    { ...store.services, live },
    { email: store.emailOf(memberId), workspaceId: store.workspaceId, ...more },
  );
  await new Promise<void>((resolve, reject) => {
    const subscription = client.live.changes.subscribe(
      { lastEventId },
      {
        onStarted: () => resolve(),
        onData: (event) => heard.push(event as Heard),
        onError: (error) => {
          ended.push(wireError(error));
          reject(error);
        },
      },
    );
    open.push({ close: () => subscription.unsubscribe() });
  });
  // The subscription has started when its position is known: one more turn through the same queue.
  await live.subscribe(store.workspaceId, () => {}).ready;
  return Object.assign(heard, { ended });
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

describe('a live connection', () => {
  const endedWith = async (heard: { ended: unknown[] }) => {
    await expect.poll(() => heard.ended.length).toBe(1);
    return heard.ended[0];
  };

  test('ends when its member is removed, in every process, and others’ go on', async () => {
    const store = await makeStore();
    const elsewhere = await connect(database.appUrl, { size: 2 });
    open.push(elsewhere);
    const [here, there] = [await liveOf(), await liveOf(elsewhere)];
    const gone = [await listen(store, here, store.members.rep), await listen(store, there, store.members.rep)];
    const others = await listen(store, there, store.members.otherRep);
    await store.manager.member.remove.mutate({ memberId: store.members.rep, handOverTo: store.members.otherRep });
    for (const heard of gone)
      expect(await endedWith(heard)).toMatchObject({ code: 'FORBIDDEN', reason: 'no_workspace' });
    await until(others, 1);
    expect(others.ended).toEqual([]);
    expect(gone.flat().map((event) => event.data.kind)).toEqual([]);
  });

  test('tells what a new role may see from then on, and no more', async () => {
    const store = await makeStore();
    const live = await liveOf();
    const heard = await listen(store, live, store.members.rep);
    const about = async (deal: 'ana' | 'ben', stage: keyof Store['stages']) =>
      store.boss.deal.move.mutate({ dealId: store.deals[deal].dealId, stageId: store.stages[stage] });
    await about('ben', 'Contacted');
    await store.boss.member.setRole.mutate({ memberId: store.members.rep, role: 'manager' });
    await until(heard, 1);
    await about('ben', 'Showed');
    await until(heard, 2);
    await store.boss.member.setRole.mutate({ memberId: store.members.rep, role: 'rep' });
    await until(heard, 3);
    await about('ben', 'Write-up');
    await about('ana', 'Write-up');
    await until(heard, 4);
    const { ana, ben } = store.deals;
    expect(heard.map(({ data }) => data.dealId ?? data.kind)).toEqual(['resync', ben.dealId, 'resync', ana.dealId]);
  });

  test('follows the floor being opened and closed', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.rep);
    const ben = (stage: keyof Store['stages']) =>
      store.boss.deal.move.mutate({ dealId: store.deals.ben.dealId, stageId: store.stages[stage] });
    await store.boss.workspace.update.mutate({ floorOpen: true });
    await ben('Contacted');
    await store.boss.workspace.update.mutate({ floorOpen: false });
    await ben('Showed');
    await move(store, 'Showed');
    await until(heard, 4);
    const { dealId } = store.deals.ben;
    expect(heard.map(({ data }) => data.dealId ?? data.kind)).toEqual([
      'resync',
      dealId,
      'resync',
      store.deals.ana.dealId,
    ]);
  });

  test('ends for who has no second factor when the dealership asks for one', async () => {
    const store = await makeStore();
    const heard = await listen(store, await liveOf(), store.members.rep, undefined, { twoFactor: false });
    const sure = store.as(store.members.owner, { twoFactor: true });
    await sure.workspace.update.mutate({ requireTwoFactor: true });
    expect(await endedWith(heard)).toMatchObject({ code: 'FORBIDDEN', reason: 'two_factor_required' });
  });

  test('ends with the session it came with, and not with another one of the same person', async () => {
    const store = await makeStore();
    const live = await liveOf();
    let signedIn = true;
    const more = { stillThere: () => signedIn };
    const [ended, other] = [
      await listen(store, live, store.members.rep, undefined, more),
      await listen(store, live, store.members.rep),
    ];
    signedIn = false;
    await store.ana.session.end.mutate({ sessionId: otherSession.sessionId });
    expect(await endedWith(ended)).toMatchObject({ code: 'UNAUTHORIZED' });
    await move(store, 'Contacted');
    await until(other, 1);
    expect(other.ended).toEqual([]);
  });
});
