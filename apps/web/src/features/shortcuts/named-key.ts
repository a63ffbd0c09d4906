const apple = typeof navigator === 'undefined' ? false : /Mac|iPhone|iPad/.test(navigator.userAgent);

/** A key as it is printed on this machine's keyboard. */
export function namedKey(key: string): string {
  return key === 'Mod' ? (apple ? '⌘' : 'Ctrl') : key;
}
