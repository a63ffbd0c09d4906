import { expect, test } from 'vitest';
import type { Change } from '../../../api.ts';
import { noNews, takeNews } from './floor-news.rules.ts';

const change = (seq: number, more: Partial<Change> = {}) => ({ seq, door: 'sms', ...more }) as Change;

test('what was there when the page opened is no news', () => {
  const opened = takeNews(noNews, [change(7)]);
  expect(opened).toMatchObject({ seq: 7, latest: null, texted: false });
  expect(takeNews(opened, [change(7)])).toBe(opened);
});

test('a text is news, and of several changes the move is told', () => {
  const stage = { stageId: 's', name: 'Write-up' };
  const opened = takeNews(noNews, [change(7)]);
  const news = takeNews(opened, [change(9), change(8, { toStage: stage }), change(7)]);
  expect(news).toMatchObject({ seq: 9, latest: { seq: 8 }, texted: true, slacked: false });
});

test('the first change of an empty store is news', () => {
  expect(takeNews(takeNews(noNews, []), [change(1, { door: 'slack' })])).toMatchObject({ seq: 1, slacked: true });
});
