import { IconChartBar, IconDownload, IconTable } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { Bone } from '../../ui/bone.tsx';
import type { TableName } from './report.types.ts';
import styles from './report-section.module.css';
import { useTakeOut } from './use-take-out.ts';

interface ReportSectionProps<Data> {
  title: string;
  query: UseQueryResult<Data, unknown>;
  /** How tall it will be, so that nothing jumps. */
  height: number;
  csv: TableName;
  note?: (data: Data) => ReactNode;
  /** Says what will stand here, and what to do so that it does. */
  empty?: (data: Data) => string | false;
  chart: (data: Data) => ReactNode;
  /** The same figures in rows; left out where the report is a table already. */
  table?: (data: Data) => ReactNode;
}

/** One report: its heading, its chart, the table behind it, and the file to take away. */
export function ReportSection<Data>({
  title,
  query,
  height,
  csv,
  note,
  empty,
  chart,
  table,
}: ReportSectionProps<Data>) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const take = useTakeOut(csv);
  const { data } = query;
  const none = data === undefined ? false : empty?.(data);
  return (
    <section className={styles.section} aria-labelledby={id} data-stale={query.isPlaceholderData || undefined}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
        <div className={styles.tools}>
          {table && !none ? (
            <button type="button" className={styles.tool} aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
              {asTable ? (
                <IconChartBar size={15} stroke={1.6} aria-hidden />
              ) : (
                <IconTable size={15} stroke={1.6} aria-hidden />
              )}
              Table<span className="unseen"> of {title}</span>
            </button>
          ) : null}
          <button type="button" className={styles.tool} disabled={take.isPending} onClick={() => take.mutate()}>
            <IconDownload size={15} stroke={1.6} aria-hidden />
            CSV<span className="unseen"> of {title}</span>
          </button>
        </div>
      </div>
      {data !== undefined && note && !none ? <p className={styles.note}>{note(data)}</p> : null}
      {query.isPending ? (
        <div aria-busy="true" role="status" aria-label={`Counting ${title.toLowerCase()}`}>
          <Bone height={height} gap={0} />
        </div>
      ) : null}
      {query.isError && data === undefined ? (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      ) : null}
      {none ? <p className={styles.none}>{none}</p> : null}
      {data !== undefined && !none ? (asTable && table ? table(data) : chart(data)) : null}
    </section>
  );
}
