import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { database, makeStore, refusal } from '../test/harness.ts';

test.each(['activity.log', 'task.create', 'deal.move'] as const)(
  '%s on a deal that is handed over in the same moment is told that it is not there, and nothing is written',
  async (path) => {
    const { ana, manager, members, deals, stages, faults, workspaceId } = await makeStore();
    const { dealId } = deals.ana;
    const calls = {
      'activity.log': () => ana.activity.log.mutate({ dealId, kind: 'call' }),
      'task.create': () => ana.task.create.mutate({ dealId, title: 'Call back' }),
      'deal.move': () => ana.deal.move.mutate({ dealId, stageId: stages.Contacted }),
    };
    const refused = await database.owner.begin(async (tx) => {
      await tx`update deals set owner_id = ${members.otherRep}, version = version + 1 where workspace_id = ${workspaceId} and id = ${dealId}`;
      const call = refusal(calls[path]());
      await someoneWaits();
      return { call };
    });
    expect(await refused.call).toMatchObject({ code: 'NOT_FOUND' });
    expect(faults).toEqual([]);
    expect((await manager.change.list.query({ dealId })).items).toEqual([]);
  },
);

async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await database.owner`select 1 from pg_locks where not granted`;
    if (row) return;
    await delay(10);
  }
}
