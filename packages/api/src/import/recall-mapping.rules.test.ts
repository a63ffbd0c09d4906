import { expect, test } from 'vitest';
import { recallMapping } from './recall-mapping.rules.ts';

const march = {
  fileName: 'march.csv',
  at: '2026-03-01T15:00:00Z',
  headers: ['Who', 'Reach', 'Reach'],
  mapping: { fullName: 0, phone: 1, phone2: 2, email: null },
};

test('a file with the same headings is read as the latest one was, in whatever order they stand', () => {
  const february = { ...march, fileName: 'february.csv', mapping: { note: 0 } };
  const recalled = recallMapping(['REACH', 'reach', 'who '], [march, february]);
  expect(recalled).toMatchObject({
    fileName: 'march.csv',
    mapping: { fullName: 2, phone: 0, phone2: 1, email: null },
  });
});

test('a heading more, or one less, is another kind of file', () => {
  expect(recallMapping(['Who', 'Reach'], [march])).toBeNull();
  expect(recallMapping(['Who', 'Reach', 'Reach', 'Note'], [march])).toBeNull();
  expect(recallMapping(['Who', 'Reach', 'Phone'], [march])).toBeNull();
  expect(recallMapping(['Who'], [])).toBeNull();
  const bare = { ...march, headers: ['Column 1', ''] };
  expect(recallMapping(['Column 1', ''], [bare])).toBeNull();
});
