import { expect, test } from 'vitest';
import { makeStore } from '../../test/harness.ts';

test('a chance that somebody set says who it was; one that comes from the stage says nobody', async () => {
  const { ana, deals, as, members } = await makeStore();
  const { dealId } = deals.ana;
  expect((await ana.deal.get.query({ dealId })).probabilitySetBy).toBeNull();
  await ana.deal.update.mutate({ dealId, probability: 30 });
  await as(members.owner).deal.update.mutate({ dealId, probability: 80 });
  await ana.deal.update.mutate({ dealId, valueCents: 100 });
  const set = await ana.deal.get.query({ dealId });
  expect(set).toMatchObject({ probability: 80, probabilitySetBy: { memberId: members.owner } });
  await ana.deal.update.mutate({ dealId, probability: null });
  expect((await ana.deal.get.query({ dealId })).probabilitySetBy).toBeNull();
});
