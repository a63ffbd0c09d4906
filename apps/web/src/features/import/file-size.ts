/** The largest file that is worth sending; the server refuses larger ones as well. */
export const largestFile = 10 * 1024 * 1024;

/** A file that is too large to send. */
export class FileTooLarge extends Error {
  override name = 'FileTooLarge';
  readonly size: number;

  constructor(size: number) {
    super(`${size} bytes`);
    this.size = size;
  }
}
