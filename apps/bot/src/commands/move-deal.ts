import type { BotClient } from '../client.ts';
import { type Reply, replyTo } from '../reply.ts';

/** Says whether the text after `/deal` asks for a move: "lopez to write-up", "12 → sold". */
export function asksForMove(text: string): boolean {
  return /\S\s+(to|->|→)\s+\S/i.test(text);
}

/** Moves the one deal that fits to the stage that is named, or asks which. Throws what the client throws. */
export async function moveDeal(client: BotClient, text: string, messageId: string): Promise<Reply> {
  const sentence = text.replace(/\s+(->|→)\s+/, ' to ');
  return replyTo(await client.quicklog.submit.mutate({ text: sentence, messageId }));
}
