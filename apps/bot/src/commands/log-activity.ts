import type { BotClient } from '../client.ts';
import { type Reply, replyTo } from '../reply.ts';

/** Logs what happened, in the rep's own words. The message id makes the same message count once. Throws what the client throws. */
export async function logActivity(client: BotClient, text: string, messageId: string): Promise<Reply> {
  return replyTo(await client.quicklog.submit.mutate({ text, messageId }));
}
