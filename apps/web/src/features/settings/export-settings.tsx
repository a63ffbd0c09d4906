import { Button, NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ExportRun } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { textField } from '../../ui/form-fields.ts';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import { useMayWrite } from '../session/use-me.ts';
import styles from './settings.module.css';

const whats = [
  { value: 'contacts', label: 'Contacts' },
  { value: 'deals', label: 'Deals' },
  { value: 'everything', label: 'Everything' },
];
/** What an export of the list may be called, beside what can be started here. */
const names: Record<ExportRun['what'], string> = {
  contacts: 'Contacts',
  deals: 'Deals',
  everything: 'Everything',
  audit: 'Audit log',
};
const formats = [
  { value: 'csv', label: 'CSV, for a spreadsheet' },
  { value: 'json', label: 'JSON, for a program' },
];

/** One's data, to take along. */
export function ExportSettings() {
  const key = trpc.export.list.queryKey();
  const mayWrite = useMayWrite();
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
  if (!mayWrite) {
    return (
      <Section title="Exports">
        <Empty
          icon={IconLock}
          title="You can look, but not export."
          text="Ask an owner or a manager for another role."
        />
      </Section>
    );
  }
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
        <Empty
          title="No exports yet."
          text="An export holds what you may see, and is kept here for a week to download."
        />
      ) : null}
      {exports.isPending ? <BoneLines lines={3} height={44} /> : null}
      {exports.isError && !exports.data ? (
        <ErrorPanel error={exports.error} onRetry={() => void exports.refetch()} />
      ) : null}
      <ul aria-live="polite">
        {items.map((run) => (
          <ExportRow key={run.exportId} run={run} />
        ))}
      </ul>
    </Section>
  );
}

function ExportRow({ run }: { run: ExportRun }) {
  return (
    <li className={styles.row}>
      <div className={styles.main}>
        <p className={styles.name}>
          {names[run.what]}, {run.format.toUpperCase()}
        </p>
        <p className={styles.sub}>
          {run.status === 'done' ? `${run.rows.toLocaleString('en-US')} ${run.rows === 1 ? 'row' : 'rows'}, ` : ''}
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
