import { Button, Progress } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportRun } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './import.module.css';
import { RefusedRows } from './refused-rows.tsx';

/** An import under way or behind us: progress, result, and the one click that takes it all back. */
export function ImportRunPage({ importId }: { importId: string }) {
  const key = trpc.import.get.queryKey({ importId });
  const run = useQuery(
    trpc.import.get.queryOptions(
      { importId },
      { refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 500 : false) },
    ),
  );
  const [asking, ask] = useDisclosure();
  const revert = useMutation(
    trpc.import.revert.mutationOptions({
      onSuccess: () => {
        ask.close();
        return queryClient.invalidateQueries({ queryKey: key });
      },
    }),
  );
  if (!run.data) {
    return (
      <Page width="text">
        {run.isPending ? <BoneLines lines={4} /> : <ErrorPanel error={run.error} onRetry={() => void run.refetch()} />}
      </Page>
    );
  }
  const { fileName, status, refused, counts } = run.data;
  const done = status === 'done';
  const actions = (
    <>
      {done || status === 'failed' ? (
        <Button variant="default" onClick={ask.open}>
          Take it back
        </Button>
      ) : null}
      {done ? (
        <Button component={Link} to="/contacts">
          See the contacts
        </Button>
      ) : null}
    </>
  );
  return (
    <Page title={fileName} aside={actions} width="text">
      <Status run={run.data} />
      <RefusedRows fileName={fileName} rows={refused} total={counts.refused} />
      {asking ? (
        <FormDialog
          title="Take the whole import back?"
          submit="Take it back"
          pending={revert.isPending}
          size={420}
          onSubmit={() => revert.mutate({ importId })}
          onClose={ask.close}
        >
          <p>Everything this import added goes away again. What somebody has changed since stays, and is listed.</p>
        </FormDialog>
      ) : null}
    </Page>
  );
}

function Status({ run }: { run: ImportRun }) {
  const { progress, counts, status } = run;
  const percent = progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  const figures = [
    [counts.created, 'added'],
    [counts.updated, 'filled in'],
    [counts.skipped, 'left as they were'],
    [counts.refused, 'refused'],
  ] as const;
  return (
    <div className={styles.status} aria-live="polite">
      <p className={styles.state}>{sentence(run)}</p>
      {isMoving(run) ? (
        <Progress value={percent} size={8} radius={4} aria-label={`${Math.round(percent)} percent`} />
      ) : null}
      {status === 'reverted' ? null : (
        <ul className={styles.counts}>
          {figures.map(([count, label]) => (
            <li key={label}>
              <strong>{count.toLocaleString('en-US')}</strong> {label}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function sentence({ status, progress }: ImportRun): string {
  const of = `${progress.done.toLocaleString('en-US')} of ${progress.total.toLocaleString('en-US')}`;
  if (status === 'running') return `Importing, ${of} rows`;
  if (status === 'reverting') return `Taking it back, ${of} rows`;
  if (status === 'reverted')
    return 'Taken back. Nothing of this import is left, except what somebody has changed since.';
  if (status === 'failed')
    return 'The import stopped before its end. What it had added is still there; take it back and try again.';
  return status === 'done' ? 'Done. Every row is accounted for.' : 'Not started yet.';
}

function isMoving({ status }: ImportRun): boolean {
  return status === 'running' || status === 'reverting';
}
