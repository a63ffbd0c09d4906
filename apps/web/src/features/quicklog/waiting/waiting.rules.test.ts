import { expect, test } from 'vitest';
import { logsOf, reworded, toSend, type WaitingLog } from './waiting.rules.ts';

const log = (text: string, more: Partial<WaitingLog> = {}): WaitingLog => ({
  messageId: text,
  text,
  typedAt: '2026-03-02T15:00:00.000Z',
  memberId: 'ana',
  workspaceId: 'northside',
  ...more,
});
const soon = { newId: 'new', now: Date.parse('2026-03-02T16:00:00.000Z') };
const refused = { status: 'refused' as const, reply: 'No.', changeIds: [] };

test('only the logs of who is signed in are meant, in the order they were typed', () => {
  const all = [
    log('second', { typedAt: '2026-03-02T15:01:00.000Z' }),
    log('first'),
    log('of Ben', { memberId: 'ben' }),
    log('elsewhere', { workspaceId: 'lakeside' }),
  ];
  const mine = logsOf(all, { memberId: 'ana', workspaceId: 'northside' });
  expect(mine.map(({ text }) => text)).toEqual(['first', 'second']);
});

test('what came back is not sent again by itself', () => {
  expect(toSend([log('waits'), log('came back', { answer: refused })]).map(({ text }) => text)).toEqual(['waits']);
});

test('other words before it was sent are the same message; after an answer they are a new one, of the same moment', () => {
  expect(reworded(log('called lopez'), 'called lopez 8 min', soon)).toEqual(
    log('called lopez', { text: 'called lopez 8 min' }),
  );
  const again = reworded(log('called lopez', { answer: refused }), 'called maria lopez', soon);
  expect(again).toEqual(log('called lopez', { text: 'called maria lopez', messageId: 'new' }));
});

test('what waited longer than a week is from when it was worded anew', () => {
  const late = { newId: 'new', now: Date.parse('2026-03-10T15:00:00.000Z') };
  expect(reworded(log('called lopez'), 'called lopez on monday', late).typedAt).toBe('2026-03-10T15:00:00.000Z');
});
