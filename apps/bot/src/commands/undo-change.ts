import type { BotClient } from '../client.ts';
import type { Reply } from '../reply.ts';

/** Takes changes back, newest first, and says what was taken back. Throws what the client throws. */
export async function undoChange(client: BotClient, changeIds: string[]): Promise<Reply> {
  const summaries: string[] = [];
  for (const changeId of changeIds.toReversed()) {
    const { summary } = await client.change.undo.mutate({ changeId });
    summaries.push(summary.charAt(0).toUpperCase() + summary.slice(1));
  }
  return { text: summaries.join('\n') };
}
