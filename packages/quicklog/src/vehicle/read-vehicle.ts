import { wordSet } from '../lexicon/expand.ts';
import { isBreak, type Token, wordAt } from '../text/tokens.ts';
import { type CarName, carKey, makeNames, modelNames, trimNames } from './models.ts';

export interface VehicleMention {
  to: number;
  /** "blue Tahoe" */
  name: string;
  /** a make or model that is also a person's name and stands alone: "ford", "sierra" */
  alone: boolean;
}

interface Reading {
  to: number;
  parts: string[];
}

const conditions = wordSet('new used cpo certified pre-owned preowned');
const colours = wordSet(
  'black white silver gray grey red blue green brown tan beige gold orange yellow maroon burgundy charcoal pearl bronze purple navy cream teal copper champagne',
);
const shades = wordSet('dark light bright metallic deep matte');
const bodies = wordSet(
  'truck trucks suv suvs sedan van minivan coupe crossover hatchback convertible pickup wagon troca camioneta',
);
const articles = wordSet('the a an that this la el una un on');
const size = /^(?:1\/2|3\/4|half|one|1|three-quarter|halfton|¾|½)$/;

function isYear(tokens: readonly Token[], at: number, shortYear: boolean): boolean {
  const token = tokens[at];
  if (token?.kind !== 'number' || token.unit !== '' || !/^\d+$/.test(token.text)) return false;
  if (token.text.length === 4) return token.amount >= 1960 && token.amount <= 2039;
  return shortYear && token.text.length === 2 && (token.amount <= 39 || token.amount >= 80);
}

function readSize(tokens: readonly Token[], at: number): Reading | null {
  if (/^(?:half|one|1)-ton$/.test(wordAt(tokens, at))) return { to: at + 1, parts: [wordAt(tokens, at)] };
  if (!size.test(wordAt(tokens, at))) return null;
  const next = wordAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  return /^tons?$/.test(wordAt(tokens, next)) ? { to: next + 1, parts: [`${wordAt(tokens, at)} ton`] } : null;
}

function readQualifiers(tokens: readonly Token[], from: number, shortYear: boolean): Reading {
  const parts: string[] = [];
  let at = from;
  while (at < from + 6) {
    const word = wordAt(tokens, at);
    const sized = readSize(tokens, at);
    const shade = shades.has(word) && colours.has(wordAt(tokens, at + 1));
    if (sized) parts.push(...sized.parts);
    else if (conditions.has(word) || colours.has(word) || shade) parts.push(word);
    else if (isYear(tokens, at, shortYear)) parts.push(word);
    else break;
    at = sized ? sized.to : at + 1;
  }
  return { to: at, parts };
}

function lookUp(names: ReadonlyMap<string, CarName>, key: string): CarName | undefined {
  const bare = key.endsWith('s') ? key.slice(0, -1) : key;
  return names.get(key) ?? (bare.length > 3 ? names.get(bare) : undefined);
}

function readName(
  tokens: readonly Token[],
  at: number,
  names: ReadonlyMap<string, CarName>,
): (CarName & { to: number }) | null {
  for (let length = 3; length >= 1; length -= 1) {
    const words = tokens.slice(at, at + length);
    if (words.length < length || words.some((token) => isBreak(token) || token.kind === 'hash')) continue;
    if (length > 1 && words.some((token) => token.kind === 'number' && token.unit !== '' && token !== words[0]))
      continue;
    const found = lookUp(names, carKey(words.map((token) => token.word).join('')));
    if (found) return { ...found, to: at + length };
  }
  return null;
}

function readTrims(tokens: readonly Token[], from: number): Reading {
  const parts: string[] = [];
  let at = from;
  for (let count = 0; count < 4; count += 1) {
    const trim = readName(tokens, at, trimNames);
    if (!trim) break;
    parts.push(trim.display);
    at = trim.to;
  }
  return { to: at, parts };
}

function readBody(tokens: readonly Token[], at: number): Reading {
  const word = wordAt(tokens, at);
  if (!bodies.has(word)) return { to: at, parts: [] };
  return { to: at + 1, parts: [word.startsWith('suv') ? 'SUV' : word] };
}

/**
 * A car at this place: condition, year, colour, make, model and trim in the order people say them.
 * @param shortYear whether "22" may be a model year here (not right after a day or "at", where it is a time)
 */
export function vehicleAt(tokens: readonly Token[], at: number, shortYear: boolean): VehicleMention | null {
  const before = readQualifiers(tokens, at, shortYear);
  const introduced = before.to > at || articles.has(wordAt(tokens, at - 1));
  const whole = readName(tokens, before.to, modelNames);
  const make = whole && !whole.weak ? null : readName(tokens, before.to, makeNames);
  const more = make ? readQualifiers(tokens, make.to, false) : null;
  const model = make ? readName(tokens, more?.to ?? make.to, modelNames) : whole;
  const named = model && (!model.weak || make || (introduced && wordAt(tokens, model.to) !== 'of')) ? model : null;
  const madeBy = make && (!make.weak || introduced || named) ? make : null;
  const end = named?.to ?? madeBy?.to ?? before.to;
  const trim = named || madeBy ? readTrims(tokens, end) : { to: end, parts: [] };
  const body = readBody(tokens, trim.to);
  if (!named && !madeBy && !(before.to > at && body.to > trim.to)) return null;
  const parts = [
    ...before.parts,
    ...(madeBy ? [madeBy.display] : []),
    ...(named && more ? more.parts : []),
    ...(named ? [named.display] : []),
    ...trim.parts,
    ...body.parts,
  ];
  return { to: body.to, name: parts.join(' '), alone: body.to === at + 1 };
}
