import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';
import { mayBecome } from './appointment.rules.ts';

test.each([
  ['set', 'confirmed', true],
  ['set', 'showed', true],
  ['confirmed', 'no_show', true],
  ['no_show', 'showed', true],
  ['no_show', 'set', false],
  ['showed', 'no_show', false],
  ['cancelled', 'confirmed', false],
  ['cancelled', 'cancelled', true],
] as const)('an appointment that is %s may become %s: %s', (from, to, possible) => {
  expect(mayBecome(from, to)).toBe(possible);
});

test('an appointment is set for a deal and told in the dealership’s time', async () => {
  const { ana, deals, members } = await makeStore();
  const { dealId, contactId } = deals.ana;
  const made = await ana.appointment.create.mutate({ dealId, startsAt: '2026-03-06T21:00:00Z', kind: 'demo' });
  expect(made).toMatchObject({
    dealId,
    contactId,
    contactName: 'Maria Lopez',
    kind: 'demo',
    status: 'set',
    memberId: members.rep,
  });
  const { items } = await ana.change.list.query({ dealId });
  expect(items[0]).toMatchObject({ summary: 'set a demo drive for Fri Mar 6, 3:00 PM', changeId: made.changeId });
});

test('a no-show who comes in later did show; what is over stays over', async () => {
  const { ana, deals } = await makeStore();
  const { appointmentId } = await ana.appointment.create.mutate({
    dealId: deals.ana.dealId,
    startsAt: '2026-03-02T14:00:00Z',
  });
  await ana.appointment.update.mutate({ appointmentId, status: 'no_show' });
  expect(
    await refusal(ana.appointment.update.mutate({ appointmentId, startsAt: '2026-03-03T14:00:00Z' })),
  ).toMatchObject({ reason: 'appointment_over' });
  expect(await ana.appointment.update.mutate({ appointmentId, status: 'showed' })).toMatchObject({ status: 'showed' });
  expect(await refusal(ana.appointment.update.mutate({ appointmentId, status: 'cancelled' }))).toMatchObject({
    reason: 'appointment_over',
    message: 'This appointment is shown; it cannot become cancelled.',
  });
});

test('appointments are listed by time, within bounds, to those who see the deal', async () => {
  const { ana, ben, manager, deals } = await makeStore();
  await ana.appointment.create.mutate({ dealId: deals.ana.dealId, startsAt: '2026-03-06T21:00:00Z' });
  await ben.appointment.create.mutate({ dealId: deals.ben.dealId, startsAt: '2026-03-04T21:00:00Z' });
  const starts = (page: { items: { startsAt: string }[] }) => page.items.map((item) => item.startsAt.slice(0, 10));
  expect(starts(await manager.appointment.list.query())).toEqual(['2026-03-04', '2026-03-06']);
  expect(starts(await manager.appointment.list.query({ from: '2026-03-05T00:00:00Z' }))).toEqual(['2026-03-06']);
  expect(starts(await ben.appointment.list.query())).toEqual(['2026-03-04']);
});
