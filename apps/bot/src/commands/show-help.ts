import type { Reply } from '../reply.ts';

const SLACK = [
  '/deal lopez to write-up: moves a deal',
  '/deal lopez: shows it',
  '/log called maria lopez 8 min, cb fri 3pm: logs a call and a follow-up',
  'Every answer comes with an Undo button.',
].join('\n');

const SMS = [
  'Text what happened: called maria lopez 8 min, wants the blue tahoe, cb fri 3pm',
  'Move a deal: lopez to write-up',
  'UNDO takes back the last one.',
].join('\n');

/** Says what can be typed. The words HELP and INFO belong to the carriers, so by text it is asked for with "?". */
export function showHelp(door: 'slack' | 'sms'): Reply {
  return { text: door === 'slack' ? SLACK : SMS };
}

/** Says whether a message asks for help, or holds nothing at all. */
export function asksForHelp(text: string): boolean {
  return /^(help|\?*)$/i.test(text.trim());
}
