/** "left (a|her) (vm|message)" → every phrase it stands for; an empty alternative leaves the word out. */
export function expand(template: string): string[] {
  const open = template.indexOf('(');
  if (open < 0) return [template.replace(/\s+/g, ' ').trim()];
  const close = template.indexOf(')', open);
  const head = template.slice(0, open);
  const tail = template.slice(close + 1);
  return template
    .slice(open + 1, close)
    .split('|')
    .flatMap((choice) => expand(head + choice + tail));
}

/** What one thumb does to a word: two letters swapped, an inner one dropped, or one typed twice. */
export function slips(word: string): string[] {
  const made = new Set<string>();
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at);
    const next = word.charAt(at + 1);
    if (next) made.add(word.slice(0, at) + next + letter + word.slice(at + 2));
    if (at > 0 && next) made.add(word.slice(0, at) + word.slice(at + 1));
    made.add(word.slice(0, at) + letter + letter + word.slice(at + 1));
  }
  made.delete(word);
  return [...made];
}

/** The words of a space-separated list, as a set. */
export function wordSet(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter(Boolean));
}
