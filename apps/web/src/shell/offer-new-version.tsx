import { notifications } from '@mantine/notifications';
import { Toast } from '../undo/toast.tsx';

/** Offers the new version, once and without hurry: the page goes on as it is until somebody takes it. */
export function offerNewVersion(): void {
  const id = 'new-version';
  const message = (
    <Toast message="There is a new version of Beback." action="Reload" onAction={() => window.location.reload()} />
  );
  notifications.hide(id);
  notifications.show({
    id,
    message,
    autoClose: false,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Later' },
  });
}
