import { describe, expect, test } from 'vitest';
import { plan } from '../../test/import-samples.ts';

type Fields = Parameters<typeof plan>[0];

describe('the deal of a row', () => {
  const deal = (fields: Fields) => plan({ fullName: 'Maria', ...fields }).deal;

  test('a vehicle, a stage or an amount makes a deal; a contact alone makes none', () => {
    expect(deal({ city: 'Chicago' })).toBeNull();
    expect(
      deal({
        vehicleYear: '2021',
        vehicleMake: 'Chevrolet',
        vehicleModel: 'Tahoe',
        vin: '1hgcm82633a004352',
        dealValue: '$54,990',
      }),
    ).toEqual({
      title: '2021 Chevrolet Tahoe',
      stageId: null,
      valueCents: 5_499_000,
      currency: 'USD',
      vehicle: {
        text: null,
        year: 2021,
        make: 'Chevrolet',
        model: 'Tahoe',
        stockNumber: null,
        vin: '1HGCM82633A004352',
      },
    });
    expect(deal({ dealTitle: 'Blue one', vehicle: 'Tahoe' })?.title).toBe('Blue one');
  });

  test.each([
    ['write up', 'write-up'],
    ['F & I', 'f-and-i'],
    ['Closed Won', 'sold'],
    ['closed lost', 'lost'],
    ['Test drive', 'demo'],
    ['Appointment Scheduled (Sales Pipeline)', 'appointment'],
    ['New', 'new-up'],
    ['Contac', 'contacted'],
  ])('the stage “%s” is %s', (text, stageId) => {
    expect(deal({ dealStage: text })?.stageId).toBe(stageId);
  });

  test('what cannot be read is a warning and left out; an odd VIN is kept', () => {
    expect(
      plan({ fullName: 'Maria', dealStage: 'Limbo', dealValue: 'TBA', vehicleYear: 'old', vin: '123' }),
    ).toMatchObject({
      deal: { title: null, stageId: null, valueCents: null, vehicle: { year: null, vin: '123' } },
      warnings: [
        '“old” is not a year.',
        "“123” is not a VIN of today's form; it is kept as it is.",
        '“Limbo” is not one of your stages.',
        '“TBA” is not an amount we can read, so the deal has no value.',
      ],
    });
  });
});
