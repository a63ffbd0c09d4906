import type { Tx } from '@beback/db';
import type { Recorder } from '../change/record.ts';
import { AppError } from '../errors.ts';
import { roleNames } from '../member/member.rules.ts';
import { invitationDays } from './invitation.rules.ts';
import type { InvitationRow } from './invitations.ts';

/** Mails that one dealership's invitations may cause in an hour: a store's whole staff, and no mailing list. */
const perHour = { wanted: 1, most: 60, seconds: 3_600 };

/** Counts one invitation about to be mailed, before its transaction. Throws TOO_MANY_REQUESTS. */
export async function takeInvitationShare({ services, actor }: Pick<Recorder, 'services' | 'actor'>): Promise<void> {
  const { db, clock } = services;
  const { granted } = await db.identity.takeShare(`invitation:${actor.workspaceId}`, perHour, clock.now());
  if (granted === 0)
    throw new AppError('TOO_MANY_REQUESTS', 'Many invitations went out within the hour. Send the next ones later.');
}

/** Puts the mail with an invitation's link into the queue; it goes out if, and only if, the transaction commits. */
export async function mailInvitation(tx: Tx, by: Recorder, invitation: InvitationRow, token: string): Promise<void> {
  const { actor, services } = by;
  const mail = {
    to: invitation.email,
    subject: `${actor.name} invites you to ${actor.workspaceName}`,
    text: `${actor.name} invites you to ${actor.workspaceName} on Beback, as ${roleNames[invitation.role]}.

Join here: ${services.publicUrl}/invitation/${token}

The link works for ${invitationDays} days, once, and only for ${invitation.email}. If you did not expect it, ignore this mail.`,
    idempotencyKey: `invitation/${invitation.id}/${invitation.version}`,
  };
  await services.enqueue('email.send', mail, undefined, tx);
}
