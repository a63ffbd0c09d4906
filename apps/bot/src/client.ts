/** What one quick-log message or one answered question led to. */
export interface QuicklogAnswer {
  status: 'logged' | 'ask' | 'refused';
  reply: string;
  questionId?: string;
  options?: { choice: number; label: string }[];
  changeIds: string[];
}

export interface DealSummary {
  dealId: string;
  number: number;
  title: string;
  stageId: string;
  contactName: string;
  valueCents: number;
  currency: string;
}

interface Query<Input, Output> {
  query(input: Input): Promise<Output>;
}
interface Mutation<Input, Output> {
  mutate(input: Input): Promise<Output>;
}

/** The procedures the bot calls, as one identified member, through one door. A tRPC client of the shared router fits. */
export interface BotClient {
  quicklog: {
    submit: Mutation<{ text: string; messageId: string }, QuicklogAnswer>;
    answer: Mutation<{ questionId: string; choice: number }, QuicklogAnswer>;
  };
  change: { undo: Mutation<{ changeId: string }, { changeId: string; summary: string }> };
  deal: { list: Query<{ query: string; limit: number }, { items: DealSummary[] }> };
  stage: { list: Query<Record<string, never>, { items: { stageId: string; name: string }[] }> };
}
