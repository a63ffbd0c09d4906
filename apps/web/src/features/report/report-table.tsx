import type { ReactNode } from 'react';
import styles from './report-table.module.css';

interface ReportTableProps {
  caption: string;
  head: string[];
  rows: { key: string; cells: ReactNode[] }[];
}

/** Figures in rows; the first column names the row. */
export function ReportTable({ caption, head, rows }: ReportTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, place) => (
                <td key={head[place + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
