import { formatPhone } from './phone.rules.ts';

interface NameParts {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  email?: string | null;
  phone?: string | null;
}

/** Takes what is known of a contact and gives what to call them: name, else company, else e-mail, else phone, else ''. */
export function displayName(parts: NameParts): string {
  const person = [parts.firstName, parts.lastName]
    .map((part) => part?.trim())
    .filter(Boolean)
    .join(' ');
  return person || parts.company?.trim() || parts.email?.trim() || (parts.phone ? formatPhone(parts.phone) : '');
}

const letters: Record<string, string> = {
  ß: 'ss',
  ẞ: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŧ: 't',
  ĸ: 'k',
  ŋ: 'n',
};

/** Takes a name and gives its search key: lower-case, without accents (Łopez → lopez) and punctuation (O'Brien → obrien). */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ßæœøłđðþħıŧĸŋ]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}
