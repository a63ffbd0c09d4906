const spreadsheet =
  'That is a spreadsheet file. In Excel choose File → Save as → CSV UTF-8, then import it here. ' +
  'In Google Sheets choose File → Download → Comma-separated values.';
const picture = 'That is a picture. Import needs a CSV file: export the list from where it is kept, as CSV.';
const pdf = 'That is a PDF. Import needs a CSV file: export the list from where it is kept, as CSV.';
const archive = 'That is a compressed file. Unpack it first, then import the CSV file inside.';
const webPage = 'That is a web page, not a CSV file. Export the list as CSV, then import it here.';
const json = 'That is a JSON file. Export the list as CSV, then import it here.';
const cards = 'That is a contact card file (vCard). Export the list as CSV, then import it here.';
const richText = 'That is a text document. Save the list as CSV, then import it here.';
const film = 'That is a picture or a film. Import needs a CSV file.';

const magic: readonly (readonly [bytes: string, sentence: string])[] = [
  ['\xd0\xcf\x11\xe0', spreadsheet],
  ['%PDF', pdf],
  ['\x89PNG', picture],
  ['\xff\xd8\xff', picture],
  ['GIF8', picture],
  ['RIFF', film],
  ['II*\0', picture],
  ['MM\0*', picture],
  ['\x1f\x8b', archive],
  ['Rar!', archive],
  ['7z\xbc\xaf', archive],
  ['{\\rtf', richText],
];

const textual: readonly (readonly [pattern: RegExp, sentence: string])[] = [
  [/^<(!doctype|html|table|head|\?xml)/i, webPage],
  [/^BEGIN:VCARD/i, cards],
  [/^(\{|\[)\s*["{[]/, json],
];

/** Takes the bytes of a file and gives a sentence saying what it is and what to do, or null when it may be a CSV. */
export function foreignFile(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 512));
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipSentence(bytes, head);
  if (head.startsWith('BM') && head.includes('\0')) return picture;
  if (head.slice(4, 8) === 'ftyp') return film;
  const known = magic.find(([start]) => head.startsWith(start));
  if (known) return known[1];
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart();
  return textual.find(([pattern]) => pattern.test(start))?.[1] ?? null;
}

// Spreadsheets since 2007 are zip archives; the names of their parts stand in the clear.
function zipSentence(bytes: Uint8Array, head: string): string {
  const names = head + String.fromCharCode(...bytes.subarray(Math.max(0, bytes.length - 2048)));
  return /xl\/|\[Content_Types\]|opendocument|docProps|Index\/Document\.iwa/.test(names) ? spreadsheet : archive;
}
