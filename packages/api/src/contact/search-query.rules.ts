/** What somebody typed to find a customer: words of a name or an e-mail address, and runs of digits of a phone number. */
export interface SearchQuery {
  words: string[];
  digits: string[];
}

const mostWords = 8;
const phoneRun = /(?<![\p{L}\p{N}@._+-])\+?[\d(][\d\s().\-/]*\d(?![\p{L}\p{N}@])/gu;

/** Takes a query apart: "lopez (214) 555-0142" holds the word "lopez" and the digits 2145550142. */
export function readQuery(query: string): SearchQuery {
  const digits: string[] = [];
  const rest = query.replace(/\s*\b(x|ext\.?)\s*\d{1,6}\s*$/i, ' ').replace(phoneRun, (run) => {
    const found = run.replace(/\D/g, '').replace(/^0+/, '');
    if (found.length < 3) return run;
    digits.push(found);
    return ' ';
  });
  const words = rest
    .split(/[^\p{L}\p{M}\p{N}@.+]+/u)
    .map((word) => word.replace(/^[.+@]+|[.+]+$/g, '').slice(0, 60))
    .filter((word) => word !== '');
  return { words: words.slice(0, mostWords), digits: digits.slice(0, 2) };
}
