import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ExportRun } from '../../api.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { Empty } from '../../ui/empty.tsx';
import { textField } from '../../ui/form-fields.ts';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from './settings.module.css';

const whats = [
  { value: 'contacts', label: 'Contacts' },
  { value: 'deals', label: 'Deals' },
  { value: 'everything', label: 'Everything' },
];
const formats = [
  { value: 'csv', label: 'CSV, for a spreadsheet' },
  { value: 'json', label: 'JSON, for a program' },
];

/** One's data, to take along. */
export function ExportSettings() {
  const key = trpc.export.list.queryKey();
  const exports = useQuery(
    trpc.export.list.queryOptions(
      {},
      { refetchInterval: ({ state }) => (state.data?.items.some(isRunning) ? 1000 : false) },
    ),
  );
  const start = useMutation(
    trpc.export.start.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: key }) }),
  );
  const items = exports.data?.items ?? [];
  return (
    <Section title="Exports">
      <form
        className={styles.choices}
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          start.mutate({
            what: (textField(fields, 'what') ?? 'contacts') as ExportRun['what'],
            format: (textField(fields, 'format') ?? 'csv') as ExportRun['format'],
          });
        }}
      >
        <NativeSelect name="what" label="What" data={whats} />
        <NativeSelect name="format" label="As" data={formats} />
        <Button type="submit" loading={start.isPending}>
          Start export
        </Button>
      </form>
      {exports.isSuccess && items.length === 0 ? (
        <Empty title="No exports yet." text="An export holds what you may see, and is kept here to download." />
      ) : null}
      <ul>
        {items.map((run) => (
          <ExportRow key={run.exportId} run={run} />
        ))}
      </ul>
    </Section>
  );
}

function ExportRow({ run }: { run: ExportRun }) {
  const name = whats.find(({ value }) => value === run.what)?.label ?? run.what;
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.name}>
          {name}, {run.format.toUpperCase()}
        </p>
        <p className={styles.sub}>
          {run.rows === null ? '' : `${run.rows.toLocaleString('en-US')} rows, `}
          <When at={run.createdAt} />
        </p>
      </div>
      {run.status === 'done' ? (
        <Button variant="default" component="a" href={run.url} download>
          Download
        </Button>
      ) : (
        <span className={run.status === 'failed' ? styles.error : styles.sub}>
          {run.status === 'failed' ? 'Failed' : 'Being written…'}
        </span>
      )}
    </li>
  );
}

function isRunning({ status }: ExportRun): boolean {
  return status !== 'done' && status !== 'failed';
}
