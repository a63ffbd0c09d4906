import { expect, test } from 'vitest';
import { isBad, isLostReason, lostReasonsProblem, mergeLostReasons } from './lost-reasons.rules.ts';

const moved = { key: 'moved_away', name: 'Moved away', bad: false, hidden: false };
const hidden = { key: 'strike', name: 'Strike', bad: false, hidden: true };
const keys = (own: Parameters<typeof mergeLostReasons>[0]) => mergeLostReasons(own).map(({ key }) => key);

test('a dealership that saved nothing offers the product’s reasons, the bad ones last', () => {
  expect(keys([])).toEqual([
    'bought_elsewhere',
    'price_or_payment',
    'trade_value',
    'credit_declined',
    'vehicle_gone',
    'timing',
    'no_response',
    'out_of_area',
    'other',
    'wrong_number',
    'duplicate',
    'other_enquiry',
    'spam',
  ]);
});

test('what it saved says order and names; the rest follows', () => {
  const timing = { key: 'timing', name: 'Not yet', bad: false, hidden: false };
  expect(keys([moved, timing]).slice(0, 3)).toEqual(['moved_away', 'timing', 'bought_elsewhere']);
  expect(mergeLostReasons([moved, timing])[1]).toEqual({ ...timing, builtIn: true });
});

test('a deal is closed for any of the product’s reasons and for its own that it still offers', () => {
  const reasons = mergeLostReasons([moved, hidden, { key: 'timing', name: 'Timing', bad: false, hidden: true }]);
  expect(['timing', 'spam', 'moved_away', 'strike', 'nonsense'].map((key) => isLostReason(key, reasons))).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});

test('spam and the like are bad, not lost; the dealership may see one differently', () => {
  const own = { lostReasons: [{ key: 'out_of_area', name: 'Out of area', bad: true, hidden: false }] };
  expect(isBad('spam', own)).toBe(true);
  expect(isBad('out_of_area', own)).toBe(true);
  expect(isBad('out_of_area', { lostReasons: [] })).toBe(false);
  expect(isBad(null, own)).toBe(false);
});

test('a list that cannot be chosen from is refused in words', () => {
  expect(lostReasonsProblem([moved, hidden])).toBeNull();
  expect(lostReasonsProblem([moved, { ...moved, name: 'Again' }])).toBe('names a reason twice');
  expect(lostReasonsProblem([moved, { ...moved, key: 'b' }])).toBe('has two reasons of the same name');
  const none = mergeLostReasons([]).map(({ builtIn, ...reason }) => ({ ...reason, hidden: true }));
  expect(lostReasonsProblem(none)).toBe('needs at least one reason to offer');
});
