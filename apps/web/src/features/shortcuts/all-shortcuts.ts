import { boardShortcuts } from '../board/board-shortcuts.ts';
import type { ShortcutGroup } from './shortcut.types.ts';

/** Where two letters lead, from anywhere. */
export const leaps = [
  ['t', '/', 'Today'],
  ['l', '/desk-log', 'Desk log'],
  ['b', '/board', 'Board'],
  ['d', '/deals', 'Deals'],
  ['c', '/contacts', 'Contacts'],
  ['o', '/companies', 'Companies'],
  ['r', '/reports', 'Reports'],
  ['s', '/settings', 'Settings'],
] as const;

const everywhere: ShortcutGroup = {
  title: 'Everywhere',
  shortcuts: [
    { keys: 'Mod K', words: 'Find anything, do anything' },
    { keys: 'L', words: 'Say what happened' },
    { keys: '/', words: 'Search this page' },
    { keys: '?', words: 'These keys' },
    { keys: 'Esc', words: 'Close what is open' },
    { keys: 'Mod Enter', words: 'Save a form' },
  ],
};

const going: ShortcutGroup = {
  title: 'Going places',
  shortcuts: leaps.map(([key, , place]) => ({ keys: `G then ${key.toUpperCase()}`, words: place })),
};

const today: ShortcutGroup = {
  title: 'Today',
  shortcuts: [
    { keys: 'J or K', words: 'Next line, line before' },
    { keys: 'Enter', words: 'Open' },
    { keys: 'D', words: 'Done' },
    { keys: 'C', words: 'Confirm an appointment' },
    { keys: 'S', words: 'Checked in' },
    { keys: 'N', words: 'Did not come' },
    { keys: 'R', words: 'Another time' },
    { keys: 'T', words: 'Tomorrow' },
    { keys: 'M', words: 'Left a message' },
  ],
};

const deskLog: ShortcutGroup = { title: 'Desk log', shortcuts: [{ keys: 'N', words: 'Add an up' }] };

const people: ShortcutGroup = {
  title: 'Contacts and companies',
  shortcuts: [
    { keys: 'J or K', words: 'Next row, row before' },
    { keys: 'Enter', words: 'Open' },
  ],
};

/** The keys of a deal, page or panel; `action` is what the composer opens. */
export const dealKeys = [
  { key: 'c', action: 'call', words: 'Log a call' },
  { key: 't', action: 'text', words: 'Log a text' },
  { key: 'e', action: 'email', words: 'Log an e-mail' },
  { key: 'n', action: 'note', words: 'Write a note' },
  { key: 'v', action: 'visit', words: 'Log a visit' },
  { key: 'd', action: 'demo', words: 'Log a demo drive' },
  { key: 'f', action: 'follow-up', words: 'Promise a follow-up' },
  { key: 'a', action: 'appointment', words: 'Set an appointment' },
] as const;

const deal: ShortcutGroup = {
  title: 'A deal',
  shortcuts: [
    ...dealKeys.map(({ key, words }) => ({ keys: key.toUpperCase(), words })),
    { keys: 'M', words: 'Move to a stage' },
  ],
};

/** Every key there is, by place; `here` is the path one stands at, whose keys come first. */
export function shortcutGroups(here: string): ShortcutGroup[] {
  const places: [RegExp, ShortcutGroup][] = [
    [/^\/(deals|board)\/./, deal],
    [/^\/board/, boardShortcuts],
    [/^\/$/, today],
    [/^\/desk-log/, deskLog],
    [/^\/(contacts|companies)\/?$/, people],
  ];
  const first = places.filter(([path]) => path.test(here)).map(([, group]) => group);
  const rest = [today, boardShortcuts, deal, deskLog, people].filter((group) => !first.includes(group));
  return [...first, everywhere, going, ...rest];
}
