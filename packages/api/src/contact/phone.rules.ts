import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Takes a phone number in any spelling and the country to read it in; gives E.164, or null when it is no valid number. */
export function toE164(text: string, country: string): string | null {
  const parsed = parsePhoneNumberFromString(withoutDamage(text), asCountry(country));
  if (!parsed?.isValid() || isPlaceholder(parsed.nationalNumber)) return null;
  return parsed.number;
}

/** Takes E.164 and gives the number as people in its country write it; text that is no number comes back unchanged. */
export function formatPhone(e164: string): string {
  return parsePhoneNumberFromString(e164)?.formatNational() ?? e164;
}

function asCountry(country: string): CountryCode {
  const code = country.toUpperCase();
  return isSupportedCountry(code) ? code : 'US';
}

// Spreadsheets turn numbers into 2145550101.0, put an apostrophe in front, and people dial 00 for +.
function withoutDamage(text: string): string {
  return text
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/^'/, '')
    .replace(/^(\d{7,15})\.0+$/, '$1')
    .replace(/^00(?=[1-9])/, '+');
}

// 555-555-5555 and its like are typed to get past a form; as a key they would merge strangers.
function isPlaceholder(nationalNumber: string): boolean {
  return /^(\d)\1+$/.test(nationalNumber);
}
