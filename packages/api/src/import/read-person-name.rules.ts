interface PersonName {
  firstName: string | null;
  lastName: string | null;
}

// After a comma these do not turn a name around: "John Smith, Jr.", "Acme, Inc.".
const suffix = /^(jr|sr|ii|iii|iv|v|md|phd|esq|cpa|inc|llc|ltd|co|corp|gmbh|ag|kg)\.?$/i;
const allCapsWords = /^(II|III|IV|VI|LLC|USA|[A-Z]J|MD|PHD|DDS|CPA|(?!NG)[BCDFGHJKLMNPQRSTVWXZ]{2})\.?$/;

/** Takes the name cells of a row and gives first and last name: "LOPEZ, MARIA" → Maria, Lopez. Only ALL CAPS is changed. */
export function readPersonName(fullName: string | null, firstName: string | null, lastName: string | null): PersonName {
  if (firstName || lastName) return { firstName: softened(firstName), lastName: softened(lastName) };
  const whole = softened(turnedAround(fullName ?? ''));
  if (!whole) return { firstName: null, lastName: null };
  const cut = whole.indexOf(' ');
  return cut < 0
    ? { firstName: whole, lastName: null }
    : { firstName: whole.slice(0, cut), lastName: whole.slice(cut + 1) };
}

function turnedAround(name: string): string {
  const parts = name.split(',').map((part) => part.trim());
  const [last, first] = parts;
  if (parts.length !== 2 || !last || !first || suffix.test(first) || !/^[\p{L}\p{M}\s.,'’-]+$/u.test(name)) return name;
  return `${first} ${last}`;
}

/** Takes a text and gives it with capitals only at the beginnings of words, if it was written in capitals throughout. */
function softened(text: string | null): string | null {
  if (!text || !isAllCaps(text)) return text;
  return text.replace(/[\p{L}\p{M}'’.]+/gu, softenWord);
}

function isAllCaps(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && /^[^\p{Ll}\p{N}=+@|]*$/u.test(text);
}

function softenWord(word: string): string {
  if (allCapsWords.test(word) || /^(\p{L}\.)+$/u.test(word)) return word;
  return word
    .toLowerCase()
    .replace(
      /^(mc|[od]['’])?\p{L}/u,
      (start) => start.charAt(0).toUpperCase() + start.slice(1, -1) + lastLetter(start),
    );
}

function lastLetter(start: string): string {
  return start.length > 1 ? start.slice(-1).toUpperCase() : '';
}
