const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const formats = new Map<string, Intl.DateTimeFormat>();

/** How long ago, in the fewest letters: "now", "5 min", "3 h", "2 d", "5 wk". */
export function shortAge(from: string, now: number): string {
  const passed = Math.max(0, now - Date.parse(from));
  if (passed < minute) return 'now';
  if (passed < hour) return `${Math.floor(passed / minute)} min`;
  if (passed < day) return `${Math.floor(passed / hour)} h`;
  if (passed < 60 * day) return `${Math.floor(passed / day)} d`;
  return `${Math.floor(passed / (7 * day))} wk`;
}

/** Whole days since an instant. */
export function daysSince(from: string, now: number): number {
  return Math.max(0, Math.floor((now - Date.parse(from)) / day));
}

/** Relative to now, for a timeline: "just now", "5 min ago", "today 2:40 PM", "Tue 2:40 PM", "12 Mar", "12 Mar 2023". */
export function relative(at: string, now: number, timeZone: string): string {
  const passed = now - Date.parse(at);
  // The page's clock ticks twice a minute: what just happened may seem to lie ahead.
  if (passed > -minute && passed < minute) return 'just now';
  if (passed >= 0 && passed < hour) return `${Math.floor(passed / minute)} min ago`;
  return nearDay(at, now, timeZone);
}

/** When something is due, seen from today: "today 3:00 PM", "tomorrow", "Fri 3:00 PM", "12 Mar". */
export function due(at: string, allDay: boolean, now: number, timeZone: string): string {
  if (!allDay) return nearDay(at, now, timeZone);
  const away = dayNumber(Date.parse(at), timeZone) - dayNumber(now, timeZone);
  return nameDay(at, away, now, timeZone);
}

/** The exact moment, for a title: "Friday, March 7, 2025, 3:00 PM". */
export function exact(at: string, timeZone: string): string {
  return format(timeZone, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(at));
}

/** Only the time of day: "3:00 PM". */
export function timeOfDay(at: string, timeZone: string): string {
  return format(timeZone, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** A calendar date of its own ("2025-03-07"), which belongs to no time zone: "Mar 7, 2025". */
export function calendarDate(date: string): string {
  return format('UTC', { month: 'short', day: 'numeric', year: 'numeric' }).format(new Date(`${date}T00:00:00Z`));
}

/** Today's calendar date in a time zone, as "2025-03-07". */
export function today(now: number, timeZone: string): string {
  return format(timeZone, { year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA').format(now);
}

function nearDay(at: string, now: number, timeZone: string): string {
  const away = dayNumber(Date.parse(at), timeZone) - dayNumber(now, timeZone);
  const name = nameDay(at, away, now, timeZone);
  return Math.abs(away) < 7 ? `${name} ${timeOfDay(at, timeZone)}` : name;
}

function nameDay(at: string, away: number, now: number, timeZone: string): string {
  const date = new Date(at);
  if (away === 0) return 'today';
  if (away === 1) return 'tomorrow';
  if (away === -1) return 'yesterday';
  if (Math.abs(away) < 7) return format(timeZone, { weekday: 'short' }).format(date);
  const sameYear = today(now, timeZone).slice(0, 4) === today(date.getTime(), timeZone).slice(0, 4);
  return format(timeZone, { month: 'short', day: 'numeric', ...(sameYear ? {} : { year: 'numeric' }) }).format(date);
}

/** Calendar days counted in the time zone, so that two instants can be told days apart. */
function dayNumber(at: number, timeZone: string): number {
  return Date.parse(`${today(at, timeZone)}T00:00:00Z`) / day;
}

function format(timeZone: string, options: Intl.DateTimeFormatOptions, locale = 'en-US'): Intl.DateTimeFormat {
  const key = `${locale}${timeZone}${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, known);
  return known;
}
