import { Loader } from '@mantine/core';
import { IconFileTypeCsv } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { reportError } from '../../errors/report-error.ts';
import { FileTooLarge, largestFile } from './file-size.ts';
import styles from './import.module.css';

/** A place to drop a file, and a button for those who would rather choose one. */
export function DropFile({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const [over, setOver] = useState(false);
  const take = (file: File | undefined) => {
    if (!file || busy) return;
    if (file.size > largestFile) reportError(new FileTooLarge(file.size));
    else onFile(file);
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
          From a spreadsheet, HubSpot, Salesforce or Pipedrive. You see what would happen before anything is written.
        </span>
      </span>
    </label>
  );
}
