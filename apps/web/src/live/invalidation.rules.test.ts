import { expect, test } from 'vitest';
import { concerns } from './invalidation.rules.ts';

const moved = { procedure: 'deal.move', dealId: 'd1', contactId: 'c1' };

test('a move makes the board and its own deal stale', () => {
  expect(concerns(moved, ['deal', 'board'], {})).toBe(true);
  expect(concerns(moved, ['deal', 'get'], { dealId: 'd1' })).toBe(true);
  expect(concerns(moved, ['change', 'list'], { dealId: 'd1' })).toBe(true);
});

test('a move leaves other deals and unrelated lists alone', () => {
  expect(concerns(moved, ['deal', 'get'], { dealId: 'd2' })).toBe(false);
  expect(concerns(moved, ['member', 'list'], undefined)).toBe(false);
  expect(concerns(moved, ['activity', 'list'], { dealId: 'd1' })).toBe(false);
});

test('a logged call refreshes the timeline of its deal and of its customer', () => {
  const logged = { ...moved, procedure: 'activity.log' };
  expect(concerns(logged, ['activity', 'list'], { dealId: 'd1' })).toBe(true);
  expect(concerns(logged, ['activity', 'list'], { contactId: 'c1' })).toBe(true);
  expect(concerns(logged, ['activity', 'list'], { contactId: 'c2' })).toBe(false);
});

test('a change of the pipeline, and anything unheard of, makes everything stale', () => {
  expect(concerns({ procedure: 'stage.reorder', dealId: null, contactId: null }, ['deal', 'board'], {})).toBe(true);
  expect(concerns({ procedure: 'novelty.do', dealId: null, contactId: null }, ['member', 'me'], undefined)).toBe(true);
});

test('who comes in changes the desk log, the timeline and the appointments; a move may mark a step of a visit', () => {
  const arrived = { procedure: 'visit.start', dealId: 'd1', contactId: 'c1' };
  for (const path of [
    ['visit', 'list'],
    ['today', 'get'],
    ['activity', 'list'],
    ['appointment', 'list'],
    ['deal', 'board'],
  ])
    expect(concerns(arrived, path, {})).toBe(true);
  expect(concerns(moved, ['visit', 'list'], { date: '2026-03-02' })).toBe(true);
  expect(concerns({ ...arrived, procedure: 'appointment.noShow' }, ['today', 'get'], {})).toBe(true);
});

test('a merge, and what is taken back, concern the other customer as well', () => {
  const merged = { procedure: 'contact.merge', dealId: null, contactId: 'c1' };
  expect(concerns(merged, ['contact', 'get'], { contactId: 'c2' })).toBe(true);
  expect(concerns({ ...merged, procedure: 'change.undo' }, ['contact', 'get'], { contactId: 'c2' })).toBe(true);
  expect(concerns({ ...merged, procedure: 'contact.update' }, ['contact', 'get'], { contactId: 'c2' })).toBe(false);
});
