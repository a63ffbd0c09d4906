export interface FoundPhone {
  start: number;
  end: number;
  e164: string;
}

// A plan number is ten digits whose area and exchange start at 2; anything else needs its "+".
const american =
  /(?<![\p{L}\p{N}$#.,/-])(?:\+?1[\s.-]?)?\(?([2-9]\d{2})\)?[\s.-]{0,2}([2-9]\d{2})[\s.-]?(\d{4})(?![\p{L}\p{N}])/gu;
const international = /(?<![\p{L}\p{N}$#])\+(?:\d[\s.()-]{0,2}){8,15}(?!\d)/gu;

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** Every phone number in a text, in order, as E.164. Ten digits are taken as a number of the North American plan. */
export function findPhones(text: string): FoundPhone[] {
  const found: FoundPhone[] = [];
  for (const match of text.matchAll(american)) {
    const [all, area = '', exchange = '', line = ''] = match;
    found.push({ start: match.index, end: match.index + all.length, e164: `+1${area}${exchange}${line}` });
  }
  for (const match of text.matchAll(international)) {
    const trimmed = match[0].trimEnd();
    if (digitsOf(trimmed).startsWith('1')) continue;
    found.push({ start: match.index, end: match.index + trimmed.length, e164: `+${digitsOf(trimmed)}` });
  }
  return found;
}
