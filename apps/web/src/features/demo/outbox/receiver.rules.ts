import { phone as readable } from '../../../format/phone.ts';
import type { DemoCast, OutboxEntry } from '../demo-requests.ts';
import type { SlackLine } from '../slack/slack-thread.rules.ts';

/** Who an entry goes to, by name where we know it; an answer in Slack goes to whoever sent the line. */
export function receiverOf(entry: OutboxEntry, { phones, slack }: DemoCast, lines: readonly SlackLine[]): string {
  const { channel, to, replyTo } = entry;
  if (channel === 'sms') return phones.find(({ phone }) => phone === to)?.name ?? readable(to);
  if (channel === 'email') return to;
  const userId = lines.find((line) => line.replyTo === replyTo)?.userId ?? to;
  return slack.find((user) => user.userId === userId)?.name ?? 'Somebody in Slack';
}
