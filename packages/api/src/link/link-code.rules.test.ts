import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ending, readCode, readToken, showCode, writeCode, writeToken } from './link-code.rules.ts';

const random = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => Buffer.from(bytes));

test('a code is read back however it was typed', () => {
  fc.assert(
    fc.property(random, (bytes) => {
      const code = writeCode(bytes);
      fc.pre(code !== null);
      expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
      const shown = showCode(code);
      const typed = [shown, code, shown.toLowerCase(), ` ${shown}\n`, `link ${shown}`, `LINK: ${code}`, `${shown}.`];
      expect(typed.map(readCode)).toEqual(typed.map(() => code));
    }),
  );
});

test('a code without a figure, which would look like a word, is not given out', () => {
  expect(writeCode(Buffer.from('ffffffffff', 'hex'))).toBeNull();
});

test('what is easily taken for something else is read as what it must be', () => {
  expect(readCode('KOMQ-LIRA')).toBe('K0MQ11RA');
  expect(readCode('k0mq–11ra')).toBe('K0MQ11RA');
});

test.each([
  '',
  'call back',
  'tomorrow',
  'Thursday.',
  'UNDO',
  '1',
  'K7MQ-4TR',
  'K7MQ-4TRAA',
  'K7MQ-4TRU',
  'K7MQ-4TRA please',
  'linkK7MQ4TRA',
  'K7MQ 4TRA',
])('"%s" is no code', (text) => expect(readCode(text)).toBeNull());

test('different bytes make different codes', () => {
  fc.assert(
    fc.property(random, random, (one, other) => {
      const [first, second] = [writeCode(one), writeCode(other)];
      fc.pre(first !== null && second !== null);
      expect(first === second).toBe(one.equals(other));
    }),
  );
});

test('a number is told by its last digits only', () => {
  expect(ending('+12145550101')).toBe('ending 0101');
});

test('a token says whom it is about and until when', () => {
  const until = new Date('2026-03-02T15:15:00Z');
  const user = { teamId: 'T0NORTHSIDE', userId: 'U0ANA' };
  const token = writeToken(user, until, Buffer.alloc(32, 7)) ?? '';
  // A dot would make the address look like a file's.
  expect(token).toMatch(/^[\w-]+$/);
  expect(readToken(token)).toEqual({ ...user, until });
  expect(writeToken({ ...user, userId: 'a/b' }, until, Buffer.alloc(32))).toBeNull();
  expect([readToken(''), readToken(`${token}x`), readToken('T-U-x-y')]).toEqual([null, null, null]);
});
