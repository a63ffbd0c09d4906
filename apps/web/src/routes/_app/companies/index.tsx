import { createFileRoute } from '@tanstack/react-router';
import { CompaniesPage } from '../../../features/company/companies-page.tsx';
import { readCompaniesSearch } from '../../../features/company/companies-search.ts';

export const Route = createFileRoute('/_app/companies/')({ validateSearch: readCompaniesSearch, component: Screen });

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <CompaniesPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
