/** Where somebody goes on after a step in front of the app. */
export interface NextSearch {
  next?: string;
}

/** Reads it from an address. Only one of our own: a link must not lead somebody who just signed in elsewhere. */
export function readNext({ next }: Record<string, unknown>): NextSearch {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? { next } : {};
}
