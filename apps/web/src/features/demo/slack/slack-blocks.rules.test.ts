import { expect, test } from 'vitest';
import { readBlocks } from './slack-blocks.rules.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const undo = { type: 'button', text: text('Undo'), action_id: 'undo_change', value: 'c1' };

test('a section and its button are read', () => {
  const blocks = [
    { type: 'section', text: text('Maria <Lopez>') },
    { type: 'actions', elements: [undo] },
  ];
  expect(readBlocks(blocks, '')).toEqual({
    lines: ['Maria <Lopez>'],
    buttons: [{ label: 'Undo', actionId: 'undo_change', value: 'c1' }],
  });
});

test('without blocks the text stands alone, its markup undone', () => {
  expect(readBlocks(undefined, 'F&amp;I &lt;3')).toEqual({ lines: ['F&I <3'], buttons: [] });
});

test('blocks of other kinds and garbage are left out', () => {
  const blocks = [null, 'x', { type: 'divider' }, { type: 'actions', elements: [{ type: 'static_select' }, 4] }];
  expect(readBlocks(blocks, 'words')).toEqual({ lines: ['words'], buttons: [] });
});
