/** The one source of business time. SQL gets it as a parameter instead of `now()`. */
export interface Clock {
  now(): Date;
}

/** A clock that starts at the given ISO instant and runs on from there; without one, the machine's own time. */
export function createClock(start?: string): Clock {
  const offset = start ? Date.parse(start) - Date.now() : 0;
  return { now: () => new Date(Date.now() + offset) };
}
