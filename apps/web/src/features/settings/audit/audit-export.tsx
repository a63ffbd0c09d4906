import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { queryClient, trpc } from '../../../trpc.ts';
import { TextButton } from '../../../ui/text-button.tsx';
import styles from './audit.module.css';

/** The whole log as a file; it is written in the background and kept among the exports. */
export function AuditExport() {
  const navigate = useNavigate();
  const start = useMutation(
    trpc.export.start.mutationOptions({
      onSuccess: () => {
        void queryClient.invalidateQueries(trpc.export.list.pathFilter());
        void navigate({ to: '/settings/exports' });
      },
    }),
  );
  return (
    <span className={styles.export}>
      {(['csv', 'json'] as const).map((format) => (
        <TextButton
          key={format}
          disabled={start.isPending}
          onClick={() => start.mutate({ what: 'audit', format })}
          aria-label={`Export ${format.toUpperCase()} of the whole log`}
        >
          Export {format.toUpperCase()}
        </TextButton>
      ))}
    </span>
  );
}
