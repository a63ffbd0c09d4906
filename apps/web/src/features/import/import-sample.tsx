import { Box } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportPreview } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { Section } from '../../ui/section.tsx';
import styles from './import.module.css';

/** The first rows as they would be written. */
export function ImportSample({ preview: { sample } }: { preview: ImportPreview }) {
  return <Rows title="How the first rows would look" label="First rows" rows={sample} />;
}

/** The rows that come in although something in them could not be read, each with what. */
export function WarnedRows({ preview: { warned, counts } }: { preview: ImportPreview }) {
  const count = counts.warned.toLocaleString('en-US');
  const title = `To look at: ${count} ${counts.warned === 1 ? 'row comes in, but not whole' : 'rows come in, but not whole'}`;
  return (
    <>
      <Rows title={title} label="Rows to look at" rows={warned} />
      {counts.warned > warned.length ? <p className={styles.sub}>The first {warned.length} are listed.</p> : null}
    </>
  );
}

function Rows({ title, label, rows }: { title: string; label: string; rows: ImportPreview['sample'] }) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <Box component="section" className={styles.rows} aria-label={label} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Name</th>
              <th scope="col">Phone</th>
              <th scope="col">E-mail</th>
              <th scope="col">Deal</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.line}>
                <td className={styles.sub}>{row.line}</td>
                <td>
                  <strong>{row.name}</strong>
                  {row.warnings.map((warning) => (
                    <span key={warning} className={styles.warning}>
                      <IconAlertTriangle size={13} aria-hidden /> {warning}
                    </span>
                  ))}
                </td>
                <td className={styles.number}>{row.phone ? phone(row.phone) : ''}</td>
                <td>{row.email}</td>
                <td>{row.deal}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Box>
    </Section>
  );
}
