import { createFileRoute } from '@tanstack/react-router';
import { ImportRunPage } from '../../../features/import/import-run-page.tsx';

export const Route = createFileRoute('/_app/import/$import')({ component: Screen });

function Screen() {
  return <ImportRunPage importId={Route.useParams().import} />;
}
