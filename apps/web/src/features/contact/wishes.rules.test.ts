import { expect, test } from 'vitest';
import { wishWords } from './wishes.rules.ts';

const welcome = { doNotCall: false, doNotText: false, doNotEmail: false };

test('wishes are said in as few words as they need', () => {
  expect(wishWords(welcome)).toBeNull();
  expect(wishWords({ ...welcome, doNotText: true })).toBe('Do not text');
  expect(wishWords({ ...welcome, doNotCall: true, doNotEmail: true })).toBe('Do not call or e-mail');
  expect(wishWords({ doNotCall: true, doNotText: true, doNotEmail: true })).toBe('Do not contact');
});
