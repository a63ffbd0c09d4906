import { fitting } from './fit.rules.ts';
import type { PaletteRow } from './palette.types.ts';

/**
 * What the palette shows. Before anything is typed: what was opened lately, then what is offered at rest. After that: the
 * commands whose name begins as typed, then the records, then everything else that fits.
 */
export function paletteRows<Row extends PaletteRow>(
  typed: string,
  { recent, commands, records }: { recent: readonly Row[]; commands: readonly Row[]; records: readonly Row[] },
): Row[] {
  if (typed.trim() === '') return [...recent, ...commands.filter(({ atRest }) => atRest)];
  const found = fitting(typed, commands);
  const first = typed.trim().length > 1 ? found.filter(({ fit }) => fit === 0).slice(0, 4) : [];
  const rest = found.filter((one) => !first.includes(one)).slice(0, 12);
  return [...first.map(({ row }) => row), ...records, ...byGroup(rest.map(({ row }) => row))];
}

/** Lines of one group stand together, under the place of the best of them. */
function byGroup<Row extends PaletteRow>(rows: readonly Row[]): Row[] {
  return [...Map.groupBy(rows, ({ group }) => group).values()].flat();
}
