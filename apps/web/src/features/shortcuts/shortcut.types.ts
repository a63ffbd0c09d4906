/** One line of the sheet: keys as "G then B", "J or K", "Shift ←", and what they do. "Mod" is Ctrl, or ⌘ where there is one. */
export interface Shortcut {
  keys: string;
  words: string;
}

/** The keys of one place. */
export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}
