import { createFileRoute } from '@tanstack/react-router';
import { DealView } from '../../../features/deal/deal-view.tsx';
import { queryClient, trpc } from '../../../trpc.ts';
import { Page } from '../../../ui/page.tsx';
import { usePhone } from '../../../ui/use-phone.ts';

export const Route = createFileRoute('/_app/deals/$deal')({
  loader: ({ params }) => {
    void queryClient.prefetchQuery(trpc.deal.get.queryOptions({ dealId: params.deal }));
  },
  component: Screen,
});

function Screen() {
  const { deal } = Route.useParams();
  return (
    <Page>
      <DealView key={deal} dealId={deal} wide={!usePhone()} />
    </Page>
  );
}
