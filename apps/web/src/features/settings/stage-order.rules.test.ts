import { expect, test } from 'vitest';
import { placeBeside, step } from './stage-order.rules.ts';

const order = ['a', 'b', 'c', 'd'];

test('a stage goes before or after the one it was dropped on', () => {
  expect(placeBeside(order, 'd', 'b', 'before')).toEqual(['a', 'd', 'b', 'c']);
  expect(placeBeside(order, 'a', 'c', 'after')).toEqual(['b', 'c', 'a', 'd']);
});

test('dropped on itself or nowhere, it stays', () => {
  expect(placeBeside(order, 'b', 'b', 'after')).toEqual(order);
  expect(placeBeside(order, 'b', 'x', 'after')).toEqual(order);
});

test('a step up or down ends at the ends', () => {
  expect(step(order, 'b', 1)).toEqual(['a', 'c', 'b', 'd']);
  expect(step(order, 'b', -1)).toEqual(['b', 'a', 'c', 'd']);
  expect(step(order, 'd', 1)).toEqual(order);
  expect(step(order, 'a', -1)).toEqual(order);
});
