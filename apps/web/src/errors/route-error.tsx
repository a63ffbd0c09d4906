import type { ErrorComponentProps } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { ErrorPanel } from './error-panel.tsx';

/** What a screen shows when it could not be drawn at all. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  return (
    <Page title="This screen could not be shown">
      <ErrorPanel error={error} onRetry={reset} />
    </Page>
  );
}
