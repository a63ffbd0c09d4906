import { Box } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ImportPreview } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import { Section } from '../../ui/section.tsx';
import styles from './import.module.css';

/** The first rows as they would be written. */
export function ImportSample({ preview: { sample } }: { preview: ImportPreview }) {
  if (sample.length === 0) return null;
  return (
    <Section title="How the first rows would look">
      <Box component="section" className={styles.scroll} aria-label="First rows" tabIndex={0}>
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
            {sample.map((row) => (
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
                <td>{row.phone ? phone(row.phone) : ''}</td>
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
