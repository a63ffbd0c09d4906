import { createFileRoute, Navigate } from '@tanstack/react-router';
import { DealPanel } from '../../../features/deal/deal-panel.tsx';
import { usePhone } from '../../../ui/use-phone.ts';

export const Route = createFileRoute('/_app/board/$deal')({ component: Screen });

function Screen() {
  const { deal } = Route.useParams();
  return usePhone() ? <Navigate to="/deals/$deal" params={{ deal }} replace /> : <DealPanel key={deal} dealId={deal} />;
}
