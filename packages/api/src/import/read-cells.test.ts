import { describe, expect, test } from 'vitest';
import { readDate } from './read-date.rules.ts';
import { readMoney } from './read-money.rules.ts';
import { readPersonName } from './read-person-name.rules.ts';

describe('money', () => {
  test.each([
    ['$32,500', 3_250_000, 'USD'],
    ['32.500,00 €', 3_250_000, 'EUR'],
    ['32k', 3_200_000, null],
    ['$27.5K', 2_750_000, 'USD'],
    ['32.500', 3_250_000, null],
    ['32,5', 3250, null],
    ['USD 1,234,567.89', 123_456_789, 'USD'],
    ['1.234.567', 123_456_700, null],
    ["32'500.50", 3_250_050, null],
    ['32 500 EUR', 3_250_000, 'EUR'],
    ['US$ 500', 50_000, 'USD'],
    ['1.2m', 120_000_000, null],
    ['32.500,-', 3_250_000, null],
    ['0.125', 13, null],
    ['0', 0, null],
  ])('%s is %d cents', (text, cents, currency) => {
    expect(readMoney(text)).toEqual({ cents, currency });
  });

  test.each([
    '',
    'TBD',
    '-500',
    '($500)',
    '30-35k',
    '1,2,3',
    '3,25,00',
    '32 miles away',
    '999999999999',
    'NaN',
    '=1+1',
  ])('%s is no amount', (text) => {
    expect(readMoney(text)).toBeNull();
  });
});

describe('dates', () => {
  const chicago = { country: 'US', timeZone: 'America/Chicago' };
  test.each([
    ['2024-03-05', '2024-03-05T06:00:00Z'],
    ['2024-03-05T14:33:10.123Z', '2024-03-05T14:33:10.123Z'],
    ['2024-03-05T14:33:10+01:00', '2024-03-05T13:33:10Z'],
    ['2024-03-05 14:33', '2024-03-05T20:33:00Z'],
    ['3/5/2024', '2024-03-05T06:00:00Z'],
    ['3/5/24 2:33 PM', '2024-03-05T20:33:00Z'],
    ['3/5/2024 12:05 am', '2024-03-05T06:05:00Z'],
    ['25/3/2024', '2024-03-25T05:00:00Z'],
    ['05.03.2024', '2024-03-05T06:00:00Z'],
    ['Mar 5, 2024', '2024-03-05T06:00:00Z'],
    ['5 March 2024', '2024-03-05T06:00:00Z'],
    ['5-Mar-2024', '2024-03-05T06:00:00Z'],
    ['45356', '2024-03-05T06:00:00Z'],
    ['45356.5', '2024-03-05T18:00:00Z'],
  ])('%s in Chicago is %s', (text, instant) => {
    expect(readDate(text, chicago)).toBe(instant);
  });

  test('3/5 is the third of May outside the US', () => {
    expect(readDate('3/5/2024', { country: 'DE', timeZone: 'UTC' })).toBe('2024-05-03T00:00:00Z');
  });

  test.each([
    '',
    'yesterday',
    '2024-02-30',
    '13/13/2024',
    '2024-03-05 25:00',
    '5',
    '3/5',
    '2024-03-05 nonsense',
    '0001-01-01',
  ])('%s is no date', (text) => {
    expect(readDate(text, chicago)).toBeNull();
  });
});

describe('names of people', () => {
  test.each([
    ['LOPEZ, MARIA', 'Maria', 'Lopez'],
    ['Lopez, Maria', 'Maria', 'Lopez'],
    ['maria lopez', 'maria', 'lopez'],
    ["PATRICK O'BRIEN", 'Patrick', "O'Brien"],
    ['KEVIN MCDONALD', 'Kevin', 'McDonald'],
    ['AJ SMITH-JONES III', 'AJ', 'Smith-Jones III'],
    ['LI NG', 'Li', 'Ng'],
    ['JÜRGEN GROSS', 'Jürgen', 'Gross'],
    ['Maria de la Cruz', 'Maria', 'de la Cruz'],
    ['John Smith, Jr.', 'John', 'Smith, Jr.'],
    ['Cher', 'Cher', null],
    ['=SUM(A1,B2)', '=SUM(A1,B2)', null],
    ['محمد علي', 'محمد', 'علي'],
  ])('%s is first %s and last %s', (full, firstName, lastName) => {
    expect(readPersonName(full, null, null)).toEqual({ firstName, lastName });
  });

  test('first and last name go before the full name', () => {
    expect(readPersonName('Somebody Else', 'MARY ANN', 'Lopez')).toEqual({ firstName: 'Mary Ann', lastName: 'Lopez' });
  });
});
