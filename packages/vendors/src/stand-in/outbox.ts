/** One thing that would have been sent. */
export interface OutboxEntry {
  id: string;
  at: string;
  channel: 'sms' | 'slack' | 'email';
  to: string;
  from?: string;
  subject?: string;
  body: string;
  blocks?: unknown;
  /** For an answer through a response_url: the part of that URL after `/slack/hooks/`. */
  replyTo?: string;
  responseType?: 'ephemeral' | 'in_channel';
  replaceOriginal?: boolean;
}

export type Channel = OutboxEntry['channel'];

export interface Outbox {
  /** The last 500 entries, oldest first. */
  list(): OutboxEntry[];
  /** Calls `listener` for every new entry until the returned function is called. */
  subscribe(listener: (entry: OutboxEntry) => void): () => void;
  clear(): void;
}

const KEPT = 500;

/** What the stand-ins were asked to send, kept in memory. */
export function createOutbox(): Outbox & { add(entry: OutboxEntry): void } {
  let entries: OutboxEntry[] = [];
  const listeners = new Set<(entry: OutboxEntry) => void>();
  return {
    list: () => [...entries],
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    clear() {
      entries = [];
    },
    add(entry) {
      entries = [...entries, entry].slice(-KEPT);
      for (const listener of listeners) listener(entry);
    },
  };
}
