import type { QuickLogAnswer } from '../../../api.ts';

/** A log that was typed without a connection. */
export interface WaitingLog {
  /** The same for every try to send it: the server does it once. */
  messageId: string;
  text: string;
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

/**
 * A log with other words. It keeps its moment; one that the server has answered already is a new message, or it would be
 * answered the same again.
 */
export function reworded(log: WaitingLog, text: string, newId: string): WaitingLog {
  const { answer, ...rest } = log;
  return { ...rest, text, messageId: answer ? newId : log.messageId };
}
