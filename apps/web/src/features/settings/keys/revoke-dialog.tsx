import { useMutation } from '@tanstack/react-query';
import type { ApiKey } from '../../../api.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { When } from '../../../ui/when.tsx';
import { say } from '../../../undo/offer-undo.tsx';

/** Ends a key; there is no way back, so it is asked once. */
export function RevokeDialog({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { keyId, name, lastUsedAt } = apiKey;
  const revoke = useMutation(
    trpc.key.revoke.mutationOptions({
      onSuccess: () => {
        say(`${name} is revoked`);
        void queryClient.invalidateQueries(trpc.key.list.pathFilter());
        onClose();
      },
    }),
  );
  return (
    <FormDialog
      title={`Revoke ${name}`}
      submit="Revoke key"
      pending={revoke.isPending}
      size={400}
      onSubmit={() => revoke.mutate({ keyId })}
      onClose={onClose}
    >
      <p>
        Whatever uses it is refused from its next request on, for good.{' '}
        {lastUsedAt ? (
          <>
            It was last used <When at={lastUsedAt} />.
          </>
        ) : (
          'It was never used.'
        )}
      </p>
    </FormDialog>
  );
}
