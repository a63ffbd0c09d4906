import type { QuickLogAnswer } from '../../../api.ts';

/** A log that was typed without a connection. */
export interface WaitingLog {
  /** The same for every try to send it: the server does it once. */
  messageId: string;
  text: string;
  /** The deal that was on the screen: what it is about if it names nobody. */
  dealId?: string | undefined;
  /** ISO, the server's time as far as this device knew it. */
  typedAt: string;
  memberId: string;
  workspaceId: string;
  /** What came back when it was not simply logged: a question, or why not. */
  answer?: QuickLogAnswer;
}

/** Whose logs are meant. */
export interface Whose {
  memberId: string;
  workspaceId: string;
}

/** One person's logs at one dealership, in the order they were typed. */
export function logsOf(logs: readonly WaitingLog[], { memberId, workspaceId }: Whose): WaitingLog[] {
  return logs
    .filter((log) => log.memberId === memberId && log.workspaceId === workspaceId)
    .toSorted((a, b) => a.typedAt.localeCompare(b.typedAt));
}

/** The ones that still have to be sent. */
export function toSend(logs: readonly WaitingLog[]): WaitingLog[] {
  return logs.filter(({ answer }) => !answer);
}

/** The server takes nothing that is older. */
const oldest = 7 * 24 * 60 * 60_000;

/**
 * A log with other words. It keeps its moment, unless that is too long ago to be sent; one that the server has answered
 * already is a new message, or it would be answered the same again.
 */
export function reworded(log: WaitingLog, text: string, { newId, now }: { newId: string; now: number }): WaitingLog {
  const { answer, ...rest } = log;
  const tooOld = now - Date.parse(log.typedAt) > oldest;
  const typedAt = tooOld ? new Date(now).toISOString() : log.typedAt;
  return { ...rest, text, typedAt, messageId: answer ? newId : log.messageId };
}
