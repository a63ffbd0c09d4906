import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';

test('the owner renames the dealership and sets its time zone; others look on', async () => {
  const { boss, manager, ana } = await makeStore();
  expect(await boss.workspace.update.mutate({ name: 'Southside Motors', timeZone: 'Europe/Berlin' })).toMatchObject({
    name: 'Southside Motors',
    timeZone: 'Europe/Berlin',
    version: 2,
  });
  expect(await ana.workspace.get.query()).toMatchObject({ name: 'Southside Motors', currency: 'USD' });
  expect(await refusal(manager.workspace.update.mutate({ name: 'Mine' }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(boss.workspace.update.mutate({ timeZone: 'Mars/Olympus' }))).toMatchObject({
    reason: 'bad_time_zone',
  });
  expect(await refusal(boss.workspace.update.mutate({ name: 'Late', version: 1 }))).toMatchObject({ code: 'CONFLICT' });
});

test('an open floor shows every deal to every rep, until it is closed or taken back', async () => {
  const { boss, ben, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { changeId } = await boss.workspace.update.mutate({ floorOpen: true });
  expect(await ben.deal.get.query({ dealId })).toMatchObject({ contactName: 'Maria Lopez' });
  expect(await ben.member.me.query()).toMatchObject({ sees: 'floor' });
  await boss.change.undo.mutate({ changeId });
  expect(await refusal(ben.deal.get.query({ dealId }))).toMatchObject({ code: 'NOT_FOUND' });
});
