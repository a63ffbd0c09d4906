import { createFileRoute } from '@tanstack/react-router';
import { castQuery } from '../features/demo/cast-query.ts';
import { DemoBones } from '../features/demo/demo-bones.tsx';
import { DemoOff } from '../features/demo/demo-off.tsx';
import { DemoPage } from '../features/demo/demo-page.tsx';
import { openDemo } from '../features/demo/open-demo.ts';
import { queryClient } from '../trpc.ts';

export const Route = createFileRoute('/demo')({
  loader: async () => {
    const open = await openDemo();
    if (open) await queryClient.ensureQueryData(castQuery);
    return open;
  },
  component: Screen,
  pendingComponent: DemoBones,
});

function Screen() {
  return Route.useLoaderData() ? <DemoPage /> : <DemoOff />;
}
