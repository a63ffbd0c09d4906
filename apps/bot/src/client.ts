import type { AppRouter } from '@beback/api';
import type { TRPCClient } from '@trpc/client';

type Client = TRPCClient<AppRouter>;

/** The same call without the transport's options. */
type Plain<Call extends (...args: never[]) => unknown> = (
  input: Parameters<Call>[0],
) => Promise<Awaited<ReturnType<Call>>>;
interface Query<Procedure extends { query(...args: never[]): unknown }> {
  query: Plain<Procedure['query']>;
}
interface Mutation<Procedure extends { mutate(...args: never[]): unknown }> {
  mutate: Plain<Procedure['mutate']>;
}

/** The procedures the bot calls, as one identified member, through one door. A tRPC client of the shared router fits. */
export interface BotClient {
  quicklog: { submit: Mutation<Client['quicklog']['submit']>; answer: Mutation<Client['quicklog']['answer']> };
  change: { undo: Mutation<Client['change']['undo']> };
  deal: { list: Query<Client['deal']['list']> };
  stage: { list: Query<Client['stage']['list']> };
}

/** What one quick-log message or one answered question led to. */
export type QuicklogAnswer = Awaited<ReturnType<Client['quicklog']['submit']['mutate']>>;

export type DealSummary = Awaited<ReturnType<Client['deal']['list']['query']>>['items'][number];
