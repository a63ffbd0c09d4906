import { expect, test } from 'vitest';
import type { OutboxEntry } from '../demo-requests.ts';
import { answersTo, readLine, type SlackLine } from './slack-thread.rules.ts';

const line: SlackLine = { id: 'l', userId: 'U0', text: '/deal lopez', at: '', replyTo: 'demo/1' };
const entry = (id: string, more: Partial<OutboxEntry> = {}): OutboxEntry => ({
  id,
  at: '',
  channel: 'slack',
  to: 'response_url',
  body: id,
  replyTo: 'demo/1',
  ...more,
});

test('answers belong to the line they reply to', () => {
  const outbox = [entry('a'), entry('b', { replyTo: 'demo/2' })];
  expect(answersTo(line, outbox).map(({ id }) => id)).toEqual(['a']);
  expect(answersTo({ ...line, replyTo: null }, outbox)).toEqual([]);
});

test('a result takes the place of the question, a refusal stands below it', () => {
  const refused = [entry('question'), entry('refusal')];
  expect(answersTo(line, refused).map(({ id }) => id)).toEqual(['question', 'refusal']);
  expect(answersTo(line, [...refused, entry('result', { replaceOriginal: true })]).map(({ id }) => id)).toEqual([
    'result',
  ]);
});

test('a line is a command and its words; without a slash it is logged', () => {
  expect(readLine(' /Deal  lopez to write-up ')).toEqual({ command: '/deal', text: 'lopez to write-up' });
  expect(readLine('called lopez')).toEqual({ command: '/log', text: 'called lopez' });
});
