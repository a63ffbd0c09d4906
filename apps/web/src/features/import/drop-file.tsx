import { Loader } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { errorSentence } from '../../errors/error-sentence.ts';
import styles from './import.module.css';

interface DropFileProps {
  busy: boolean;
  error: unknown;
  onFile: (file: File) => void;
}

/** A place to drop a file, and a button for those who would rather choose one. */
export function DropFile({ busy, error, onFile }: DropFileProps) {
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (file && !busy) onFile(file);
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <label
      className={styles.drop}
      data-over={over || undefined}
      data-busy={busy || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <input
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        className="unseen"
        disabled={busy}
        onChange={(event) => {
          take(event.currentTarget.files?.[0]);
          event.currentTarget.value = '';
        }}
      />
      {busy ? <Loader size={22} color="gray" /> : <IconFileTypeCsv size={26} stroke={1.4} aria-hidden />}
      <span>
        <strong>{busy ? 'Reading the file…' : 'Drop a CSV file here, or choose one'}</strong>
        <span className={styles.sub}>
          From a spreadsheet, HubSpot, Salesforce or Pipedrive, up to 10 MB. You see what would happen before anything
          is written.
        </span>
        {error ? (
          <span className={styles.problem} role="alert">
            {errorSentence(error)}
          </span>
        ) : null}
      </span>
    </label>
  );
}
