import type { BotClient } from './client.ts';
import type { DoorKey, Identify, Origin } from './identity.ts';
import type { Reply } from './reply.ts';

interface Members<Actor> {
  identify: Identify<Actor>;
  /** What somebody is told whom nobody is linked to. */
  greet(stranger: DoorKey): Promise<Reply>;
  /** A client of the shared router that acts as this member, for this one message. */
  clientFor(actor: Actor, origin: Origin): BotClient;
  /** Words any error for a person. */
  userMessage(error: unknown): string;
}

/** Runs one command as whoever sent it; strangers are greeted. `failed` when nothing was done. */
export type Conversation = (
  sender: DoorKey,
  origin: Origin,
  run: (client: BotClient) => Promise<Reply>,
) => Promise<{ reply: Reply; failed: boolean; stranger?: true }>;

/** Builds the way every message takes: who is it, what did they ask, how to word a refusal. Throws only what `identify` and `greet` throw. */
export function createConversation<Actor>({ identify, greet, clientFor, userMessage }: Members<Actor>): Conversation {
  return async (sender, origin, run) => {
    const actor = await identify(sender);
    if (actor === null) return { reply: await greet(sender), failed: true, stranger: true };
    try {
      return { reply: await run(clientFor(actor, origin)), failed: false };
    } catch (error) {
      return { reply: { text: userMessage(error) }, failed: true };
    }
  };
}
