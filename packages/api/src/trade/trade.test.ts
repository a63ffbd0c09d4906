import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';
import { equityCents, mayBecome } from './trade.rules.ts';

test.each([
  [1_000_000, 400_000, 600_000],
  [1_000_000, 1_400_000, -400_000],
  [1_000_000, null, 1_000_000],
  [null, 400_000, null],
])('an allowance of %s with a payoff of %s brings %s', (allowanceCents, payoffCents, equity) => {
  expect(equityCents({ allowanceCents, payoffCents })).toBe(equity);
});

test.each([
  ['requested', 'appraised', true],
  ['requested', 'accepted', false],
  ['appraised', 'accepted', true],
  ['declined', 'appraised', true],
  ['declined', 'accepted', false],
] as const)('a trade-in that is %s may become %s: %s', (from, to, possible) => {
  expect(mayBecome(from, to)).toBe(possible);
});

test('a trade-in is appraised, accepted and removed', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const { tradeId, status } = await ana.trade.create.mutate({
    dealId,
    year: 2019,
    make: 'Ford',
    model: 'Escape',
    odometer: 61_000,
  });
  expect(status).toBe('requested');
  expect(await refusal(ana.trade.update.mutate({ tradeId, status: 'accepted' }))).toMatchObject({
    code: 'BAD_REQUEST',
    reason: 'trade_status',
  });
  const appraised = await ana.trade.update.mutate({
    tradeId,
    status: 'appraised',
    acvCents: 800_000,
    allowanceCents: 900_000,
    payoffCents: 1_000_000,
  });
  expect(appraised).toMatchObject({ status: 'appraised', equityCents: -100_000, version: 2 });
  expect(await ana.trade.update.mutate({ tradeId, status: 'accepted' })).toMatchObject({ status: 'accepted' });
  await ana.trade.archive.mutate({ tradeId });
  const { items } = await ana.change.list.query({ dealId });
  expect(items.map((item) => item.summary)).toEqual([
    'removed the trade-in (2019 Ford Escape)',
    'marked the trade-in (2019 Ford Escape) as accepted',
    'marked the trade-in (2019 Ford Escape) as appraised and changed the payoff, ACV, and allowance of the trade-in (2019 Ford Escape)',
    'added the trade-in (2019 Ford Escape)',
  ]);
});
