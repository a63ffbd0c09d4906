import { wordSet } from './expand.ts';

/** Words that cut a person off at the carrier. They are listened to everywhere and are never verbs of ours. */
export const optOutWords = [
  'STOP',
  'STOPALL',
  'UNSUBSCRIBE',
  'QUIT',
  'END',
  'REVOKE',
  'CANCEL',
  'OPTOUT',
  'OPT OUT',
] as const;
export const optInWords = ['START', 'YES', 'UNSTOP'] as const;
export const helpWords = ['HELP', 'INFO'] as const;

/** A spoken request to be left alone, whole text. */
const requests = [
  /^(?:please )?(?:take|remove|delete) me (?:off|from|out)\b[\w ]*$/,
  /^(?:please )?(?:take me off|remove me|leave me alone|lose my number)$/,
  /^(?:please )?(?:do not|don'?t|never) (?:text|call|contact|message|email|msg) (?:me|this number|us)\b[\w ]*$/,
  /^(?:please )?no more (?:texts?|messages?|msgs?|calls?|emails?)\b[\w ]*$/,
];

/** Words that may stand around an opt-out word without making it anything else. */
const courtesy =
  wordSet(`please pls plz just now hey hi hello ok okay i i'd i'm want wanna to would like you can could all any me my us this
  these those the your from off of list number texts texting text messages messaging message msgs msg sending send emails emailing email
  calls calling contacting contact it's and thanks thank immediately asap right away no more future further marketing get getting
  receiving receive por favor be subscription subscribed need do not dont don't out opt opted so sir maam already the-list`);

const said = new Map<string, string>([
  ...optOutWords.map((word) => [word.toLowerCase(), word] as const),
  ['opt-out', 'OPT OUT'],
  ['stopp', 'STOP'],
  ['stop-all', 'STOPALL'],
  ['unsub', 'UNSUBSCRIBE'],
]);

function isOptOutPair(words: readonly string[], at: number): boolean {
  return words[at] === 'opt' && (words[at + 1] === 'out' || words[at + 1] === 'me');
}

/**
 * The opt-out word a text amounts to, or null. Alone, repeated or wrapped in courtesy it counts ("STOP!!", "please stop texting me",
 * "i want to opt out"); inside a sentence about somebody else it does not ("she wants to cancel friday").
 * @param words the folded words of the whole text, in order
 */
export function optOutWord(words: readonly string[]): string | null {
  if (words.length > 14) return null;
  if (requests.some((request) => request.test(words.join(' ')))) return 'STOP';
  let found: string | null = null;
  for (const [index, word] of words.entries()) {
    const hit = said.get(word) ?? (isOptOutPair(words, index) ? 'OPT OUT' : null);
    if (hit) found ??= hit;
    else if (!courtesy.has(word)) return null;
  }
  return found;
}
