/** Takes a cell and tells whether it is an e-mail address (and nothing else). */
export function looksLikeEmail(text: string): boolean {
  return (
    /^[^\s@<>,;"()]{1,64}@[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(text.trim()) && !text.includes('..')
  );
}

/** Takes a cell and tells whether it is written like a phone number: nine digits or more, or 555-0101. */
export function looksLikePhone(text: string): boolean {
  if (/^\s*\d{3}[-. ]\d{4}\s*$/.test(text)) return true;
  const [number = ''] = text.split(/ext\.?|x|#/i);
  const digits = number.replace(/\D/g, '').length;
  if (digits < 9 || digits > 15 || isDate(text)) return false;
  return /^\s*'?(\+|\(|\d)[\d\s().+/\-\u2010-\u2015]*((ext\.?|x|#)\s*\d{1,6})?\s*$/i.test(text);
}

/** Takes a cell and tells whether it has the form of a vehicle identification number. */
export function looksLikeVin(text: string): boolean {
  return /^(?=.*\d)(?=.*[a-hj-npr-z])[a-hj-npr-z0-9]{17}$/i.test(text.trim());
}

/** Takes a cell and tells whether it is written like an amount of money. */
export function looksLikeMoney(text: string): boolean {
  return /^\s*(\p{Sc}|[a-z]{3}\s)?\s*-?\d[\d.,'\s]*k?\s*(\p{Sc}|[a-z]{3})?\s*$/iu.test(text);
}

/** Takes a cell and tells whether it is written like a date, a spreadsheet's serial number included. */
export function looksLikeDate(text: string): boolean {
  return isDate(text) || /^\s*[2-5]\d{4}(\.\d+)?\s*$/.test(text);
}

/** Takes a cell and tells whether it could be a person's full name: two to five words of letters. */
export function looksLikeFullName(text: string): boolean {
  return /^\s*\p{L}[\p{L}\p{M}.'’-]*,?(\s+\p{L}[\p{L}\p{M}.'’-]*){1,4}\s*$/u.test(text);
}

function isDate(text: string): boolean {
  return /^\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4})(\D.*)?$/u.test(
    text,
  );
}
