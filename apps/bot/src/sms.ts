import twilio from 'twilio';
import type { Reply } from './reply.ts';

const LONGEST = 1600;

/** Turns a reply into one text message: the sentence, numbered options, how to take it back. */
export function smsText({ text, question, undo }: Reply): string {
  const options = question?.options.filter(({ label }) => !text.includes(label)) ?? [];
  const lines = [text, ...options.map(({ choice, label }) => `${choice} ${label}`)];
  if (question && !/\breply\b/i.test(text)) lines.push('Reply with the number.');
  if (undo && !/\bundo\b/i.test(text)) lines.push('Reply UNDO to take it back.');
  return lines.join('\n');
}

/** The XML that makes Twilio answer with this text, or not at all when there is none. */
export function twiml(text?: string): string {
  const response = new twilio.twiml.MessagingResponse();
  if (text) response.message(legible(text));
  return response.toString();
}

/** XML has no room for control characters and half emoji, and Twilio's builder throws on them. */
function legible(text: string): string {
  const clean = text.toWellFormed().replace(/[^\P{Cc}\t\n\r]|\uFFFE|\uFFFF/gu, '');
  return clean.length <= LONGEST ? clean : `${clean.slice(0, LONGEST - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
