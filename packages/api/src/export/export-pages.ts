import type { Tx } from '@beback/db';

const rowsPerPage = 1_000;

/** Reads in a transaction of the member's own; one for each page, so that none is long. */
export type Reading = <T>(read: (tx: Tx) => Promise<T>) => Promise<T>;

/** Goes through everything a reader gives, page after page, by the id of the last row. */
export async function* inPages<T extends { id: string }>(
  reading: Reading,
  read: (tx: Tx, after: string | null, limit: number) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let after: string | null = null; ; ) {
    const rows: T[] = await reading((tx) => read(tx, after, rowsPerPage));
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsPerPage) return;
    after = last.id;
  }
}
