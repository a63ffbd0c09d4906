import type { OutboxEntry } from '../demo-requests.ts';

/** A line that was sent in the Slack pane; `replyTo` is known once the server took it. */
export interface SlackLine {
  id: string;
  userId: string;
  text: string;
  at: string;
  replyTo: string | null;
}

/** The answers to one line, as Slack shows them: an answer that replaces takes the place of the one before it. */
export function answersTo(line: SlackLine, outbox: readonly OutboxEntry[]): OutboxEntry[] {
  const answers: OutboxEntry[] = [];
  for (const entry of outbox) {
    if (line.replyTo === null || entry.replyTo !== line.replyTo) continue;
    if (entry.replaceOriginal) answers.splice(0, answers.length);
    answers.push(entry);
  }
  return answers;
}

/** A typed line as a command and its words; a line without a slash is something that happened. */
export function readLine(text: string): { command: string; text: string } {
  const slash = /^(\/\w+)\s*([\s\S]*)$/.exec(text.trim());
  return slash?.[1]
    ? { command: slash[1].toLowerCase(), text: slash[2] ?? '' }
    : { command: '/log', text: text.trim() };
}
