import { expect, test } from 'vitest';
import { database, makeStore } from '../../test/harness.ts';
import { markNoShows } from './no-shows.ts';

test('an appointment nobody came to is a no-show by itself, so many minutes later, and the deal’s history says so', async () => {
  const { ana, deals, clock, services } = await makeStore();
  const { dealId } = deals.ana;
  await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-02T16:00:00Z' });
  const status = async () => (await ana.appointment.list.query({ dealId })).items[0]?.status;
  clock.at = '2026-03-02T16:59:00.000Z';
  await markNoShows(services);
  expect(await status()).toBe('set');
  clock.at = '2026-03-02T17:00:00.000Z';
  await markNoShows(services);
  expect(await status()).toBe('no_show');
  const { items } = await ana.change.list.query({ dealId });
  expect(items[0]).toMatchObject({
    door: 'job',
    memberId: null,
    procedure: 'appointment.noShow',
    summary: 'marked the appointment of Mon Mar 2, 10:00 AM as a no-show',
    undoable: false,
  });
});

test('several processes mark and tell of each appointment once, without a statement for every one of them', async () => {
  const { ana, manager, deals, clock, services } = await makeStore();
  for (const { dealId } of [deals.ana, deals.ben])
    for (const startsAt of ['2026-03-02T15:30:00Z', '2026-03-02T16:00:00Z'])
      await manager.appointment.create.mutate({ dealId, startsAt });
  clock.at = '2026-03-02T18:00:00.000Z';
  await Promise.all([markNoShows(services), markNoShows(services), markNoShows(services)]);
  const { items } = await manager.change.list.query();
  expect(items.filter(({ procedure }) => procedure === 'appointment.noShow')).toHaveLength(4);
  expect((await ana.appointment.list.query()).items.map(({ status, version }) => [status, version])).toEqual([
    ['no_show', 2],
    ['no_show', 2],
  ]);
});

test('each dealership has its own patience, and who shows or is moved to later is not missed', async () => {
  const { boss, ana, deals, clock, services } = await makeStore();
  await boss.workspace.update.mutate({ noShowMinutes: 15 });
  const at = (startsAt: string) => ana.appointment.create.mutate({ dealId: deals.ana.dealId, startsAt });
  const [missed, moved, cancelled] = [
    await at('2026-03-02T15:00:00Z'),
    await at('2026-03-02T15:01:00Z'),
    await at('2026-03-02T15:02:00Z'),
  ];
  await ana.appointment.update.mutate({ appointmentId: moved.appointmentId, startsAt: '2026-03-02T22:00:00Z' });
  await ana.appointment.update.mutate({ appointmentId: cancelled.appointmentId, status: 'cancelled' });
  clock.at = '2026-03-02T15:20:00.000Z';
  await markNoShows(services);
  const { items } = await ana.appointment.list.query();
  expect(Object.fromEntries(items.map(({ appointmentId, status }) => [appointmentId, status]))).toEqual({
    [missed.appointmentId]: 'no_show',
    [moved.appointmentId]: 'set',
    [cancelled.appointmentId]: 'cancelled',
  });
});

test('a dealership that is gone is left alone', async () => {
  const { ana, deals, clock, services, workspaceId } = await makeStore();
  await ana.appointment.create.mutate({ dealId: deals.ana.dealId, startsAt: '2026-03-02T15:00:00Z' });
  await database.owner`update workspaces set archived_at = now() where workspace_id = ${workspaceId}`;
  clock.at = '2026-03-03T15:00:00.000Z';
  await markNoShows(services);
  const [row] = await database.owner`select status from appointments where workspace_id = ${workspaceId}`;
  expect(row).toEqual({ status: 'set' });
});
