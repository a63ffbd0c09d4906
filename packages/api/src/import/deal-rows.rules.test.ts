import { expect, test } from 'vitest';
import { plan } from '../../test/import-samples.ts';
import { dealValues, vehicleValues } from './deal-rows.rules.ts';

const stages = [
  { id: 'new-up', pipelineId: 'sales', kind: 'open' as const },
  { id: 'sold', pipelineId: 'sales', kind: 'won' as const },
  { id: 'lost', pipelineId: 'sales', kind: 'lost' as const },
];
const now = '2026-03-02T15:00:00.000Z';
const then = '2024-03-05T06:00:00.000Z';

function values(fields: Parameters<typeof plan>[0], createdAt: string | null = null) {
  const { deal, contact } = plan({ fullName: 'Maria Lopez', ...fields });
  if (!deal) throw new Error('the row describes no deal');
  return dealValues(deal, { stages, currency: 'USD', now, createdAt, customer: contact.name });
}

test('a deal without a stage begins in the first open one, and is called after its customer', () => {
  expect(values({ dealValue: '$32,500' })).toMatchObject({
    title: 'Maria Lopez',
    stageId: 'new-up',
    valueCents: 3_250_000,
    stageSince: now,
    closedAt: null,
  });
});

test('an open deal stands in its stage since the import, however old it is', () => {
  expect(values({ vehicle: 'Tahoe' }, then)).toMatchObject({ createdAt: then, stageSince: now });
});

test('a sold deal was sold when its row says, not on the day of the import', () => {
  expect(values({ dealStage: 'Sold' }, then)).toMatchObject({ closedAt: then, stageSince: then, lostReason: null });
  expect(values({ dealStage: 'Sold' })).toMatchObject({ closedAt: now });
});

test('a lost deal has a reason, since every lost deal has one', () => {
  expect(values({ dealStage: 'Lost' })).toMatchObject({ stageId: 'lost', lostReason: 'other' });
});

test.each([
  ['2021 Chevrolet Tahoe LT', { year: 2021, model: 'Chevrolet Tahoe LT', note: null }],
  ['used Civic under 15k', { year: null, model: null, note: 'used Civic under 15k' }],
])('the vehicle "%s" is read as far as it can be', (vehicle, expected) => {
  const { deal } = plan({ fullName: 'Maria Lopez', vehicle });
  expect(deal?.vehicle && vehicleValues(deal.vehicle)).toMatchObject(expected);
});
