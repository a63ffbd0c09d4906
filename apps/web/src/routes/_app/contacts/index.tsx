import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../../features/contact/contacts-page.tsx';
import { readContactsSearch } from '../../../features/contact/contacts-search.ts';

export const Route = createFileRoute('/_app/contacts/')({ validateSearch: readContactsSearch, component: Screen });

function Screen() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <ContactsPage search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />;
}
