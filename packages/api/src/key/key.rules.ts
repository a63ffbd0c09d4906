/** What every key of ours begins with: scanners of source code know secrets by such a mark. */
const mark = 'bb_live_';
const form = /^bb_live_[\w-]{43}$/;

/** Whether a bearer token says that it is an API key, and not a session. */
export function saysKey(token: string): boolean {
  return token.startsWith('bb_');
}

/** Whether it can be one of ours at all; whatever cannot is nobody's, without asking the database. */
export function isWholeKey(token: string): boolean {
  return form.test(token);
}

/** The key made from 32 random bytes, and the beginning by which people tell keys apart. */
export function writeKey(random: Buffer): { key: string; prefix: string } {
  const key = `${mark}${random.toString('base64url')}`;
  return { key, prefix: key.slice(0, mark.length + 4) };
}

/** Nouns that are about who somebody is. A program is nobody: it does not sign in, invite, link, or make itself further keys. */
const personal = new Set(['invitation', 'key', 'link', 'person', 'session']);
/** Nouns that a key may read, but not change: who works here, as what, and by which rules. */
const readOnly = new Set(['member', 'workspace']);

/** Whether a procedure is closed to API keys, whatever their scope and whoever they act as. */
export function isClosedToKeys(path: string, type: string): boolean {
  const [noun = ''] = path.split('.');
  return personal.has(noun) || (readOnly.has(noun) && type === 'mutation');
}
