import { createFileRoute } from '@tanstack/react-router';
import { MergePage } from '../../../features/contact/merge-page.tsx';

const id = (value: unknown) => (typeof value === 'string' ? value : '');

export const Route = createFileRoute('/_app/contacts/merge')({
  validateSearch: ({ keep, merge }: Record<string, unknown>) => ({ keep: id(keep), merge: id(merge) }),
  component: Screen,
});

function Screen() {
  const { keep, merge } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <MergePage
      keepId={keep}
      mergeId={merge}
      onSwap={() => void navigate({ search: { keep: merge, merge: keep }, replace: true })}
    />
  );
}
