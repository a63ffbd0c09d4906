const letters: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i' };

/** Lower case, without accents and invisible characters, with straight quotes: the form in which words are compared. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/[łøđßæœı]/g, (letter) => letters[letter] ?? letter)
    .replace(/[’‘ʼ`´]/g, "'");
}

/** One space between words, none around; a line break reads as a comma. The rest of the text stays as it came. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .trim()
    .replace(/([,;:.!?])?[^\S\n\r]*[\n\r]\s*/g, (_, mark?: string) => `${mark ?? ','} `)
    .replace(/\s+/g, ' ');
}
