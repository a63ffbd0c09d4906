import { createFileRoute } from '@tanstack/react-router';
import { ContactsPage } from '../../../features/contact/contacts-page.tsx';

export const Route = createFileRoute('/_app/contacts/')({
  validateSearch: ({ q }: Record<string, unknown>): { q?: string } =>
    typeof q === 'string' && q ? { q: q.slice(0, 200) } : {},
  component: Screen,
});

function Screen() {
  const { q = '' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <ContactsPage query={q} onQuery={(next) => void navigate({ search: next ? { q: next } : {}, replace: true })} />
  );
}
