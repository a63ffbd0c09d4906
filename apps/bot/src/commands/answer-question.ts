import type { BotClient } from '../client.ts';
import { type Reply, replyTo } from '../reply.ts';

/** Answers a numbered question that the bot asked this member. Throws what the client throws. */
export async function answerQuestion(client: BotClient, questionId: string, choice: number): Promise<Reply> {
  return replyTo(await client.quicklog.answer.mutate({ questionId, choice }));
}
