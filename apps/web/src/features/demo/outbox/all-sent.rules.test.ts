import { expect, test } from 'vitest';
import { allSent } from './all-sent.rules.ts';

test('replies to texts stand in the outbox in the order of time, what a rep sent does not', () => {
  const mail = { id: 'm', at: '2030-01-01T10:01:00Z', channel: 'email' as const, to: 'a@b.example', body: 'code' };
  const text = { id: 't', phone: '+12145550101', body: 'Logged.', at: '2030-01-01T10:00:00Z' };
  const all = allSent(
    [mail],
    [
      { ...text, by: 'beback' },
      { ...text, id: 'own', by: 'rep' },
    ],
  );
  expect(all.map(({ id, to }) => [id, to])).toEqual([
    ['t', '+12145550101'],
    ['m', 'a@b.example'],
  ]);
});
