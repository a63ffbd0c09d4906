import { Fragment, useEffect } from 'react';
import { errorSentence } from '../../errors/error-sentence.ts';
import styles from './command-palette.module.css';
import type { PaletteRow } from './palette.types.ts';

interface PaletteListProps<Row> {
  rows: readonly Row[];
  chosen: string | undefined;
  settled: boolean;
  /** Why a search was not answered. */
  error: unknown;
  onChoose: (key: string) => void;
  onAct: (row: Row) => unknown;
}

/** The lines of the palette under their headings; the chosen one stays in sight. */
export function PaletteList<Row extends PaletteRow>(props: PaletteListProps<Row>) {
  const { rows, chosen, settled, error, onChoose, onAct } = props;
  useEffect(() => {
    if (chosen) document.getElementById(optionId(chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <div className={styles.rows} id="palette-rows" role="listbox" aria-label="Results">
        {rows.map((row, at) => (
          <Fragment key={row.key}>
            {rows[at - 1]?.group === row.group ? null : (
              <p className={styles.title} role="presentation">
                {row.group}
              </p>
            )}
            <div
              id={optionId(row.key)}
              role="option"
              tabIndex={-1}
              aria-selected={row.key === chosen}
              className={styles.row}
              onPointerMove={() => onChoose(row.key)}
              onClick={() => onAct(row)}
              onKeyDown={(event) => event.key === 'Enter' && onAct(row)}
            >
              <row.icon size={18} stroke={1.6} className={styles.icon} aria-hidden />
              <span className="clip">{row.label}</span>
              <span className={`${styles.detail} clip`}>{row.detail}</span>
            </div>
          </Fragment>
        ))}
      </div>
      {rows.length === 0 ? <p className={styles.none}>{whyNothing(error, settled)}</p> : null}
      <p role="status" className="unseen">
        {settled ? `${rows.length} results` : ''}
      </p>
    </>
  );
}

function whyNothing(error: unknown, settled: boolean): string {
  if (error) return errorSentence(error);
  return settled ? 'Nothing fits. Fewer letters, or the last digits of the phone number, may help.' : 'Looking…';
}

/** The element of a line, which the combobox points at. */
export function optionId(key: string): string {
  return `palette-${key.replace(/\W+/g, '-')}`;
}
