import { userMessage, wireError } from '@beback/api/user-message';
import { Button } from '@mantine/core';
import { IconLock, IconPlugConnectedX } from '@tabler/icons-react';
import { Empty } from '../ui/empty.tsx';

/** Stands where content could not be read: what happened, and what to do next. */
export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const wire = wireError(error);
  const closed = wire?.code === 'FORBIDDEN' || wire?.code === 'NOT_FOUND';
  return (
    <Empty
      role="alert"
      icon={closed ? IconLock : IconPlugConnectedX}
      title={userMessage(error)}
      text={wire && !closed ? `Reference ${wire.requestId}` : undefined}
      action={
        onRetry && !closed ? (
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        ) : undefined
      }
    />
  );
}
