import type { Tx } from '@beback/db';
import { type Recorder, record } from '../change/record.ts';
import { AppError } from '../errors.ts';
import { mayHandle } from '../member/member.rules.ts';
import { getMember } from '../member/members.ts';
import { ending } from './link-code.rules.ts';
import { setLink } from './links.ts';

type Linked = 'phone' | 'slack';

/** Ends a member's link, from the next message on; gives no change where there was none. Throws NOT_FOUND and FORBIDDEN. */
export async function unlink(tx: Tx, by: Recorder, memberId: string, what: Linked) {
  const before = await getMember(tx, memberId);
  const own = memberId === by.actor.memberId;
  if (!own && !mayHandle(by.actor.role, before.role))
    throw new AppError('FORBIDDEN', 'Only the owner can do this for a manager or an owner.');
  const had = what === 'phone' ? before.phone : before.slackUserId;
  if (!had || !before.active) return { memberId, changeId: null };
  const cleared = what === 'phone' ? { phone: null, phoneSeenAt: null } : { slackTeamId: null, slackUserId: null };
  await setLink(tx, memberId, cleared);
  const summary = `unlinked ${own ? 'their' : `${before.name}’s`} ${what === 'phone' ? `phone ${ending(had)}` : `Slack user ${had}`}`;
  const { changeId } = await record(tx, by, { subject: { type: 'member', id: memberId }, summary, images: [] });
  return { memberId, changeId };
}
