/** Crockford's base 32: nothing in it is taken for anything else. Eight of them hold 40 bits. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const alike: Record<string, string> = { O: '0', I: '1', L: '1' };
const typed = /^\s*(?:link:?\s+)?([0-9a-tv-z]{4})[-‐–—]?([0-9a-tv-z]{4})\.?\s*$/i;

/** The code made from five random bytes, as it is kept; null for the few that have no figure and would look like a word. */
export function writeCode(random: Buffer): string | null {
  const digits = random.readUIntBE(0, 5).toString(32).padStart(8, '0');
  const code = Array.from(digits, (digit) => alphabet[Number.parseInt(digit, 32)]).join('');
  return /\d/.test(code) ? code : null;
}

/** The code as people read it: K7MQ-4TRA. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** A word of eight letters that is somebody's "tomorrow", unless a figure, a dash or "link" says that it is a code. */
const isWord = (text: string) => /^\s*[a-z]{8}\.?\s*$/i.test(text);

/** The code that a text consists of, as it is kept, however it was typed; null for any other text. */
export function readCode(text: string): string | null {
  if (isWord(text)) return null;
  const [, first, second] = typed.exec(text) ?? [];
  if (!first || !second) return null;
  return (first + second).toUpperCase().replace(/[OIL]/g, (letter) => alike[letter] ?? letter);
}

/** What may be said of a number where others read it: "ending 0101". */
export function ending(phone: string): string {
  return `ending ${phone.slice(-4)}`;
}

/** A Slack user who wants to be linked, as a link names them. */
export interface SlackUser {
  teamId: string;
  userId: string;
}

const slackId = /^[A-Za-z0-9]{1,100}$/;
const token = /^([A-Za-z0-9]{1,100})-([A-Za-z0-9]{1,100})-(\d{1,15})-[\w-]{43}$/;

/** A token that says whom it is about and until when, and 32 random bytes; null for ids that no Slack gives out. */
export function writeToken({ teamId, userId }: SlackUser, until: Date, random: Buffer): string | null {
  if (!slackId.test(teamId) || !slackId.test(userId)) return null;
  return [teamId, userId, until.getTime(), random.toString('base64url')].join('-');
}

/** What a token says of itself; null when it is none. Whether it is ours is known only when it is taken. */
export function readToken(text: string): (SlackUser & { until: Date }) | null {
  const [, teamId, userId, until] = token.exec(text) ?? [];
  return teamId && userId ? { teamId, userId, until: new Date(Number(until)) } : null;
}
