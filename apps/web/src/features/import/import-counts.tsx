import type { ImportPreview } from '../../api.ts';
import { Segments } from '../../ui/segments.tsx';
import styles from './import.module.css';

export type Duplicates = 'skip' | 'update';
const choices: (readonly [Duplicates, string])[] = [
  ['skip', 'Leave them as they are'],
  ['update', 'Fill in what is missing'],
];

interface ImportCountsProps {
  preview: ImportPreview;
  duplicates: Duplicates;
  onDuplicates: (choice: Duplicates) => void;
}

/** What would happen, in figures. */
export function ImportCounts({ preview, duplicates, onDuplicates }: ImportCountsProps) {
  const { rows, ready, refused, duplicatesInFile, duplicatesKnown, deals, warned } = preview.counts;
  const delimiter =
    { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' }[preview.delimiter] ?? preview.delimiter;
  return (
    <>
      <p className={styles.sub}>
        {preview.encoding}, columns separated by {delimiter}
      </p>
      <ul className={styles.counts} aria-live="polite">
        <Count value={rows} label="rows" />
        <Count value={ready} label="ready" kind="ready" />
        <Count value={deals} label={deals === 1 ? 'deal' : 'deals'} />
        <Count value={duplicatesKnown} label="known already" />
        <Count value={duplicatesInFile} label="twice in the file" />
        {warned > 0 ? <Count value={warned} label="to look at" kind="warned" /> : null}
        <Count value={refused} label="refused" kind={refused > 0 ? 'refused' : undefined} />
      </ul>
      {duplicatesKnown > 0 ? (
        <div className={styles.choice}>
          <span>Customers you have already:</span>
          <Segments<Duplicates>
            label="Customers you have already"
            value={duplicates}
            options={choices}
            onChange={onDuplicates}
          />
        </div>
      ) : null}
    </>
  );
}

function Count({
  value,
  label,
  kind,
}: {
  value: number;
  label: string;
  kind?: 'ready' | 'warned' | 'refused' | undefined;
}) {
  return (
    <li data-kind={kind}>
      <strong>{value.toLocaleString('en-US')}</strong> {label}
    </li>
  );
}
