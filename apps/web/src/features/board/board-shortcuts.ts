import type { ShortcutGroup } from '../shortcuts/shortcut.types.ts';

/** The keys of the board, as the sheet of all keys lists them. */
export const boardShortcuts: ShortcutGroup = {
  title: 'Board',
  shortcuts: [
    { keys: 'N', words: 'Add an up' },
    { keys: '← or → or ↑ or ↓', words: 'Walk over the cards' },
    { keys: 'Enter', words: 'Open the deal' },
    { keys: '] or Shift →', words: 'To the next stage' },
    { keys: '[ or Shift ←', words: 'Back a stage' },
    { keys: 'M', words: 'Move to a stage' },
    { keys: 'X', words: 'Select a card' },
    { keys: 'Shift ↑ or Shift ↓', words: 'Select up or down' },
    { keys: 'Esc', words: 'Select nothing' },
  ],
};
