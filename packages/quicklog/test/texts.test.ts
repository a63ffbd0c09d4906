import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseMove, type QuicklogContext } from '../src/index.ts';
import { monday, told } from './tell.ts';

interface Row {
  text: string;
  expected: string;
  context: QuicklogContext;
}

interface Section {
  title: string;
  rows: Row[];
}

/** A file of texts: a line as it is typed, the command below it, "#" for a heading, "# now:" to set the clock. */
function readTexts(content: string): Section[] {
  const sections: Section[] = [];
  let context = monday;
  for (const line of content.split('\n')) {
    const [, now, timeZone] = /^# now: (\S+)(?: (\S+))?$/.exec(line) ?? [];
    const section = sections.at(-1);
    if (now) context = { ...monday, now, timeZone: timeZone ?? monday.timeZone };
    else if (line.startsWith('# ')) sections.push({ title: line.slice(2), rows: [] });
    else if (line.startsWith('    ')) Object.assign(section?.rows.at(-1) ?? {}, { expected: line.trim() });
    else if (line) section?.rows.push({ text: line, expected: '', context });
  }
  return sections;
}

const folder = new URL('./texts/', import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  sections: readTexts(readFileSync(new URL(name, folder), 'utf8')),
}));

for (const { name, sections } of files) {
  for (const { title, rows } of sections) {
    describe(`${name}: ${title}`, () => {
      it.each(rows)('$text', ({ text, expected, context }) => {
        const command = text.startsWith('/deal')
          ? parseMove(text.slice('/deal'.length), context)
          : parse(text, context);
        expect(told(command)).toBe(expected);
      });
    });
  }
}

describe('the table of texts', () => {
  it('holds at least 200 realistic texts, each with the command it stands for', () => {
    const rows = files.flatMap(({ sections }) => sections.flatMap((section) => section.rows));
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter((row) => row.expected === '')).toEqual([]);
  });
});
