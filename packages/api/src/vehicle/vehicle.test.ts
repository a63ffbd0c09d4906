import { expect, test } from 'vitest';
import { makeStore, refusal } from '../../test/harness.ts';
import { vinWarning } from './vin.rules.ts';

test.each(['1G4AH59H45G118341', '1M8GDM9AXKP042788', '1HGCM82633A004352', null, ''])(
  'the VIN %s is in order',
  (vin) => {
    expect(vinWarning(vin)).toBeNull();
  },
);

test.each([
  ['1HGCM82633A123456', 'The check digit of this VIN is not right; compare it with the vehicle.'],
  ['1HGCM82633A00435', 'A VIN has 17 characters; this one has 16.'],
  ['1HGCM82633O004352', 'A VIN does not hold "O".'],
])('the VIN %s is warned about', (vin, warning) => {
  expect(vinWarning(vin)).toBe(warning);
});

test('a vehicle is added, changed and removed, and each can be taken back', async () => {
  const { ana, deals } = await makeStore();
  const { dealId } = deals.ana;
  const made = await ana.vehicle.create.mutate({
    dealId,
    year: 2024,
    make: 'Chevrolet',
    model: 'Tahoe',
    vin: '1hgcm82633a123456',
  });
  expect(made).toMatchObject({ dealId, vin: '1HGCM82633A123456', interest: 'buy', condition: null });
  expect(made.vinWarning).toContain('check digit');
  const { vehicleId } = made;
  expect(
    await ana.vehicle.update.mutate({ vehicleId, priceCents: 5_500_000, color: 'blue', version: 1 }),
  ).toMatchObject({ priceCents: 5_500_000, version: 2 });
  expect(await refusal(ana.vehicle.update.mutate({ vehicleId, color: 'red', version: 1 }))).toMatchObject({
    code: 'CONFLICT',
  });
  const { changeId } = await ana.vehicle.archive.mutate({ vehicleId });
  expect((await ana.deal.get.query({ dealId })).vehicles).toEqual([]);
  await ana.change.undo.mutate({ changeId });
  expect((await ana.deal.get.query({ dealId })).vehicles).toMatchObject([{ vehicleId, color: 'blue' }]);
  const { items } = await ana.change.list.query({ dealId });
  expect(items.map((item) => item.summary)).toEqual([
    'took back: removed the 2024 Chevrolet Tahoe',
    'removed the 2024 Chevrolet Tahoe',
    'changed the color and price of the 2024 Chevrolet Tahoe',
    'added the 2024 Chevrolet Tahoe',
  ]);
});

test('another rep’s vehicle is not there', async () => {
  const { ana, ben, deals } = await makeStore();
  const { vehicleId } = await ana.vehicle.create.mutate({ dealId: deals.ana.dealId, make: 'Kia' });
  expect(await refusal(ben.vehicle.update.mutate({ vehicleId, make: 'Ford' }))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(ben.vehicle.create.mutate({ dealId: deals.ana.dealId, make: 'Ford' }))).toMatchObject({
    code: 'NOT_FOUND',
  });
});
