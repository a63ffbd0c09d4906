import { createFileRoute } from '@tanstack/react-router';
import { ReportsPage } from '../../features/report/reports-page.tsx';
import { readReportsSearch } from '../../features/report/reports-search.ts';

export const Route = createFileRoute('/_app/reports')({ validateSearch: readReportsSearch, component: Screen });

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ReportsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
