import { expect, test } from 'vitest';
import { noticeLines, pacesOf } from './notice-words.ts';

test('a rep is not asked about sales of the floor, and who only looks is asked nothing', () => {
  expect(noticeLines('rep').map(({ event }) => event)).not.toContain('dealSold');
  expect(noticeLines('manager').map(({ event }) => event)).toContain('dealSold');
  expect(noticeLines('read_only')).toEqual([]);
});

test('only mail can wait for the morning, and follow-ups come with nothing else', () => {
  const paces = (...of: Parameters<typeof pacesOf>) => pacesOf(...of).map(([pace]) => pace);
  expect(paces('turnover', 'email', 'off')).toEqual(['at_once', 'daily', 'off']);
  expect(paces('turnover', 'text', 'off')).toEqual(['at_once', 'off']);
  expect(paces('followUps', 'email', 'daily')).toEqual(['daily', 'off']);
  expect(paces('followUps', 'slack', 'off')).toEqual([]);
});

test('a pace that a key has set stays in sight', () => {
  expect(pacesOf('dealGiven', 'slack', 'daily')).toContainEqual(['daily', 'Morning mail']);
});
