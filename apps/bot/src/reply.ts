import type { QuicklogAnswer } from './client.ts';

/** What the bot says, before a renderer turns it into Slack blocks or a text message. */
export interface Reply {
  text: string;
  /** The changes an Undo takes back, oldest first. */
  undo?: string[];
  /** An address to open, for the sender alone. */
  link?: string;
  question?: { questionId: string; options: { choice: number; label: string }[] };
}

/** The reply to a quick-log answer: logged things can be undone, questions carry their options. */
export function replyTo(answer: QuicklogAnswer): Reply {
  const { reply: text, questionId, options = [], changeIds } = answer;
  if (answer.status === 'ask' && questionId) return { text, question: { questionId, options } };
  return changeIds.length > 0 ? { text, undo: changeIds } : { text };
}
