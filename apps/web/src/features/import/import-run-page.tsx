import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { Page } from '../../ui/page.tsx';
import { ImportStatus, isMoving } from './import-status.tsx';
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
      <ImportStatus run={run.data} />
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
          <p>Everything this import added goes away again. Customers somebody has worked on since stay.</p>
        </FormDialog>
      ) : null}
    </Page>
  );
}
