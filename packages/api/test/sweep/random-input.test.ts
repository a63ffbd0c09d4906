import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { makeStore, refusal, type Store } from '../harness.ts';
import { call, callable } from './call.ts';
import { recordsOf } from './records.ts';
import { samples } from './samples.ts';

// Whatever somebody sends, the answer is never a fault of ours.

let store: Store;

beforeAll(async () => {
  store = await makeStore();
});

const cursorOf = (values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url');

const noId = '00000000-0000-0000-0000-000000000000';
/** Cursors that nobody was given, of every length that one of ours has. */
const forged = [
  ['x'],
  [1e308],
  ['x', 'y'],
  ['x', noId],
  ['\u0000', '\ud800'],
  ['9999999-01-01', noId],
  [5, 'x', 'y'],
  [0, 'x', noId],
  [0, 'infinity', noId],
].map(cursorOf);

/** Values that have made programs stumble before. */
const awkward = fc.constantFrom<unknown>(
  null,
  true,
  0,
  -1,
  0.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '\u202eabc',
  '👩‍👩‍👧‍👦'.repeat(50),
  "'; drop table deals; --",
  '%_\\',
  '((((',
  '=cmd|calc',
  'x'.repeat(20_000),
  '+1 (214) 555-0142',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:59+14:00',
  '2026-02-30',
  noId,
  ...forged,
  [],
  {},
  [null],
  { dealId: { contactId: [] } },
);
const value = fc.oneof(
  { weight: 3, arbitrary: awkward },
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.integer(),
  fc.double(),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.uuid(),
  fc.jsonValue({ maxDepth: 2 }),
);

/** Names that no sample has to have, but many inputs take. */
const extra = fc.constantFrom(
  'cursor',
  'limit',
  'query',
  'version',
  'note',
  'ownerId',
  'memberId',
  'companyName',
  'vin',
  'soldOn',
  'messageId',
  'minStageDays',
);

/** The sample with some of its values replaced, some left out and one more; or anything at all. */
function spoilt(sample: unknown): fc.Arbitrary<unknown> {
  if (typeof sample !== 'object' || sample === null) return value;
  const keys = Object.keys(sample);
  const some = fc.record({
    replaced: fc.dictionary(keys.length > 0 ? fc.oneof(fc.constantFrom(...keys), extra) : extra, value, {
      minKeys: 1,
      maxKeys: 2,
    }),
    dropped: fc.subarray(keys, { maxLength: 1 }),
  });
  const mixed = some.map(({ replaced, dropped }) => {
    const kept = Object.entries(sample).filter(([key]) => !dropped.includes(key));
    return { ...Object.fromEntries(kept), ...replaced };
  });
  return fc.oneof({ weight: 9, arbitrary: mixed }, value);
}

test.each(callable.filter((path) => path.endsWith('.list')))('%s never fails for a forged cursor', async (path) => {
  for (const cursor of forged) {
    const refused = await refusal(call(store.boss, path, { cursor }));
    expect(refused?.code ?? 'BAD_REQUEST').toBe('BAD_REQUEST');
  }
  expect(store.faults).toEqual([]);
});

test.each(callable)(
  '%s never fails for what it is given',
  async (path) => {
    const at = samples[path]?.apart ? await makeStore() : store;
    const sample = await samples[path]?.input?.(recordsOf(at, at.members.manager, 'Ownmark'), at);
    await fc.assert(
      fc.asyncProperty(spoilt(sample), async (input) => {
        const refused = await refusal(call(at.boss, path, input));
        expect(at.faults).toEqual([]);
        expect(refused?.code).not.toBe('INTERNAL_SERVER_ERROR');
        expect(refused?.message ?? '').not.toMatch(/[{}]|select |insert |undefined|\bnull\b/);
      }),
      { numRuns: 25 },
    );
  },
  60_000,
);
