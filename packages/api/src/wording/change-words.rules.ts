import type { Image } from '../change/images.ts';

const list = new Intl.ListFormat('en-US');

/** "a", "a and b", "a, b, and c". */
export function listed(words: string[]): string {
  return list.format(words);
}

/**
 * "name and phone numbers": the changed columns in words. Takes the image of a change and what each column is called;
 * columns without a name go unsaid.
 */
export function changedColumns(image: Image, names: Record<string, string>): string {
  const words = Object.keys(image.after.row ?? {}).flatMap((column) => names[column] ?? []);
  return listed([...new Set(words)]);
}

/** A text cut to what fits a sentence about it. */
export function shortened(text: string, max = 80): string {
  const letters = [...text];
  return letters.length > max ? `${letters.slice(0, max - 1).join('')}…` : text;
}
