import { createFileRoute } from '@tanstack/react-router';
import { DealsPage } from '../../../features/deal/deals-page.tsx';
import { readDealsSearch } from '../../../features/deal/deals-search.ts';

export const Route = createFileRoute('/_app/deals/')({ validateSearch: readDealsSearch, component: Screen });

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <DealsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
