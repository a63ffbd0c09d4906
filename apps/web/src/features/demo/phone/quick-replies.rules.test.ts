import { expect, test } from 'vitest';
import { quickReplies } from './quick-replies.rules.ts';

test('a numbered question can be answered by tapping, a statement has nothing to tap', () => {
  expect(quickReplies('Which one?\n1. Nina Patel\n2. Raj Patel\nReply with the number.')).toEqual(['1', '2']);
  expect(quickReplies('Maria Lopez: Call, 8 min.')).toEqual([]);
  expect(quickReplies(undefined)).toEqual([]);
});
