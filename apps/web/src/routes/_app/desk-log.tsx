import { createFileRoute } from '@tanstack/react-router';
import { DeskLogPage } from '../../features/visit/desk-log-page.tsx';

export const Route = createFileRoute('/_app/desk-log')({
  validateSearch: ({ date }: Record<string, unknown>): { date?: string } =>
    typeof date === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(date) && !Number.isNaN(Date.parse(date)) ? { date } : {},
  component: Screen,
});

function Screen() {
  const { date } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <DeskLogPage date={date} onDate={(next) => void navigate({ search: next ? { date: next } : {}, replace: true })} />
  );
}
