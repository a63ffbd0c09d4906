import type { AppRouter } from '@beback/api';
import type { inferRouterOutputs } from '@trpc/server';

export type Today = inferRouterOutputs<AppRouter>['today']['get'];
