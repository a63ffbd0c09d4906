export type Delimiter = ',' | ';' | '\t' | '|';

// In order of preference when everything else is equal: a comma stands in ordinary text most often.
const delimiters: readonly Delimiter[] = ['\t', ';', '|', ','];
const sampleSize = 65_536;
const sampleLines = 60;
const quotedCell = /(^|[,;\t|\r\n]) *"[^"]*(?:""[^"]*)*"/g;

type Counts = Record<Delimiter, number>;

/**
 * Takes the text of a table and gives the delimiter that cuts most lines into as many cells as the header.
 * Delimiters inside quotes do not count; lines before the header that hold none are passed over.
 */
export function sniffDelimiter(text: string): Delimiter {
  const lines = countPerLine(text);
  const start = lines.findIndex((line) => delimiters.some((delimiter) => line[delimiter] > 0));
  const header = lines[start];
  if (!header) return ',';
  const body = lines.slice(start + 1);
  const scores = delimiters.map((delimiter) => scoreOf(delimiter, header, body));
  return delimiters[scores.indexOf(Math.max(...scores))] ?? ',';
}

function scoreOf(delimiter: Delimiter, header: Counts, body: Counts[]): number {
  const wanted = header[delimiter];
  if (body.length === 0) return wanted;
  const same = body.filter((line) => line[delimiter] === wanted).length;
  return wanted * (0.1 + same / body.length);
}

function countPerLine(text: string): Counts[] {
  const sample = text.slice(0, sampleSize).replace(quotedCell, '$1x');
  const lines = sample.split(/[\r\n]+/).filter((line) => line !== '');
  if (text.length > sampleSize && lines.length > 1) lines.pop();
  return lines.slice(0, sampleLines).map(countIn);
}

function countIn(line: string): Counts {
  const counts: Counts = { ',': 0, ';': 0, '\t': 0, '|': 0 };
  for (const char of line) if (char === ',' || char === ';' || char === '\t' || char === '|') counts[char]++;
  return counts;
}
