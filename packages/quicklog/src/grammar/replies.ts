import { helpWords, optInWords, optOutWord } from '../lexicon/carrier-words.ts';
import { slips, wordSet } from '../lexicon/expand.ts';
import type { Token } from '../text/tokens.ts';
import type { Command } from '../types.ts';

const undo = new Set([
  'undo',
  ...slips('undo'),
  'undo that',
  'undo it',
  'undo this',
  'undo last',
  'undo the last',
  'undo last one',
  'undo please',
  'please undo',
  'oops undo',
  'take it back',
  'take that back',
  'scratch that',
  'deshacer',
]);
const confirm = new Set([
  'ok',
  'okay',
  'k',
  'kk',
  'okey',
  'oki',
  'yep',
  'yup',
  'yeah',
  'yea',
  'sure',
  'confirm',
  'confirmed',
  'do it',
  'go ahead',
  'ok do it',
  'sounds good',
  'correct',
  'thats right',
  "that's right",
  'dale',
]);
const numerals: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  first: 1,
  second: 2,
  third: 3,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
};
const smallTalk = wordSet(
  'ok okay k hi hello hey yo hola thanks thank you thx ty tysm gracias lol haha cool great nice perfect awesome good morning afternoon evening night bye test testing no nope nah n y never mind nvm nevermind oops sorry my bad so much man bro all set got it np',
);
const tapback =
  /^(?:liked|loved|disliked|laughed at|emphasi[sz]ed|questioned|reacted \S{1,8} to|removed an? \w+ from|[^\p{L}\d\s]{1,8} to) ?[“"]/iu;

const optIn = new Set(optInWords.map((word) => word.toLowerCase()));
const help = new Set([
  ...helpWords.map((word) => word.toLowerCase()),
  'commands',
  'how',
  'how does this work',
  'what can i do',
  'what can i say',
  'ayuda',
]);
const optOutVerb = wordSet('cancel end quit stop revoke');

function answerOf(text: string, said: string): Command | null {
  const digit = /^(?:option |number |choice |the )?[("]?([1-9])[.)"]?(?: please)?$/.exec(text)?.[1];
  if (digit) return { kind: 'answer', choice: Number(digit) };
  const words = said.replace(/^the /, '').replace(/ one$/, '');
  const numeral = numerals[words];
  return numeral ? { kind: 'answer', choice: numeral } : null;
}

function unclear(reason: string): Command {
  return { kind: 'unclear', reason };
}

/**
 * The texts that are whole commands in themselves: carrier words, undo, help, OK, a choice, and small talk.
 * @returns null when the text has to be read as a log
 */
export function readReply(text: string, tokens: readonly Token[]): Command | null {
  const words = tokens.filter((token) => token.kind === 'word' || token.kind === 'number').map((token) => token.word);
  const said = words.length > 14 ? '' : words.join(' ');
  if (tapback.test(text)) return unclear('A reaction is not logged; text what happened, or ? for examples.');
  if (/^[?¿]+$/.test(text) || help.has(said)) return { kind: 'help' };
  if (/^👍/u.test(text) && words.length === 0) return { kind: 'confirm' };
  if (words.length === 0)
    return text.includes('#') || tokens.some((t) => t.kind === 'phone')
      ? null
      : unclear('Nothing to log yet: try called maria lopez 8 min, wants the blue tahoe.');
  const optOut = optOutWord(words);
  if (optOut) return { kind: 'optOut', word: optOut };
  if (optIn.has(said) || said === 'yes please') return { kind: 'optIn' };
  if (undo.has(said)) return { kind: 'undo' };
  if (confirm.has(said)) return { kind: 'confirm' };
  const answer = answerOf(text.toLowerCase(), said);
  if (answer) return answer;
  if (/^\d{2,6}$/.test(text))
    return { kind: 'show', who: { text: '', words: [], phone: null, dealNumber: Number(text) } };
  if (words.every((word) => smallTalk.has(word)))
    return unclear('Nothing was logged: text what happened and with whom, or ? for examples.');
  if (optOutVerb.has(words[0] ?? '') && !/^\w+ (?:by|in|of)\b/.test(said))
    return unclear('Nothing was changed; to take back your last entry, reply UNDO.');
  return null;
}
