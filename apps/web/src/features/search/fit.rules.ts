interface Findable {
  label: string;
  words?: string;
}

/** How well a line fits what was typed: 0 its name begins so, 1 words of its name do, 2 other words of it do, null not at all. */
export function fit(typed: string, { label, words = '' }: Findable): 0 | 1 | 2 | null {
  const [wanted, name] = [fold(typed), fold(label)];
  if (name.startsWith(wanted)) return 0;
  const parts = wanted.split(' ').filter(Boolean);
  if (allBegin(parts, name)) return 1;
  return allBegin(parts, `${name} ${fold(words)}`) ? 2 : null;
}

/** The lines that fit, best first and otherwise in their own order. */
export function fitting<Row extends Findable>(typed: string, rows: readonly Row[]): { row: Row; fit: 0 | 1 | 2 }[] {
  return rows
    .flatMap((row) => {
      const how = fit(typed, row);
      return how === null ? [] : [{ row, fit: how }];
    })
    .sort((a, b) => a.fit - b.fit);
}

function allBegin(parts: readonly string[], text: string): boolean {
  const words = text.split(' ');
  return parts.every((part) => words.some((word) => word.startsWith(part)));
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#&]+/gu, ' ')
    .trim();
}
