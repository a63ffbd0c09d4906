import { Box } from '@mantine/core';
import type { ImportPreview } from '../../api.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './import.module.css';
import { refusedCsv } from './refused-csv.rules.ts';

interface RefusedRowsProps {
  fileName: string;
  rows: ImportPreview['refused'];
  total: number;
}

/** The rows that are left out, each with its reason, and the same list to take back to the spreadsheet. */
export function RefusedRows({ fileName, rows, total }: RefusedRowsProps) {
  if (rows.length === 0) return null;
  const download = (
    <TextButton onClick={() => save(`refused ${fileName}`, refusedCsv(rows))}>Download as CSV</TextButton>
  );
  return (
    <Section title={`Refused: ${total.toLocaleString('en-US')} ${total === 1 ? 'row' : 'rows'}`} action={download}>
      <Box component="section" className={styles.refused} aria-label="Refused rows" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, reason }) => (
              <tr key={`${line}${reason}`}>
                <td className={styles.sub}>{line}</td>
                <td>{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
      {total > rows.length ? <p className={styles.sub}>The first {rows.length} are listed.</p> : null}
    </Section>
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
