import { IconMail } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { SentInvitation } from '../../../api.ts';
import { useNow } from '../../../clock.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { TextButton } from '../../../ui/text-button.tsx';
import { When } from '../../../ui/when.tsx';
import { say } from '../../../undo/offer-undo.tsx';
import { roles } from '../roles.ts';
import settings from '../settings.module.css';
import styles from './members.module.css';

const day = 24 * 60 * 60_000;

/** Somebody who was asked to join: since when, until when, and the two things to do about it. */
export function InvitationRow({ invitation, mayChange }: { invitation: SentInvitation; mayChange: boolean }) {
  const { invitationId, name, email, role, invitedBy, sentAt } = invitation;
  const onSettled = () => queryClient.invalidateQueries(trpc.invitation.list.pathFilter());
  const resend = useMutation(
    trpc.invitation.resend.mutationOptions({
      onSuccess: () => say(`Sent again to ${email}; the link in the first mail stopped working`),
      onSettled,
    }),
  );
  const revoke = useMutation(
    trpc.invitation.revoke.mutationOptions({ onSuccess: () => say(`${name} is not invited any more`), onSettled }),
  );
  const busy = resend.isPending || revoke.isPending;
  return (
    <li className={`${settings.row} ${styles.invitation}`}>
      <IconMail size={20} stroke={1.5} className={styles.mail} aria-hidden />
      <div className={settings.main}>
        <p className={`${settings.name} clip`}>
          {name} <span className={styles.you}>{roles[role].toLowerCase()}</span>
        </p>
        <p className={settings.sub}>
          {email} · asked by {invitedBy.name} <When at={sentAt} /> · <Expiry invitation={invitation} />
        </p>
      </div>
      {mayChange ? (
        <span className={styles.actions}>
          <TextButton
            disabled={busy}
            aria-label={`Send again to ${name}`}
            onClick={() => resend.mutate({ invitationId })}
          >
            Send again
          </TextButton>
          <TextButton
            disabled={busy}
            aria-label={`Revoke the invitation of ${name}`}
            onClick={() => revoke.mutate({ invitationId })}
          >
            Revoke
          </TextButton>
        </span>
      ) : null}
    </li>
  );
}

function Expiry({ invitation: { status, expiresAt } }: { invitation: SentInvitation }) {
  const now = useNow();
  const left = Date.parse(expiresAt) - now;
  if (status === 'expired' || left <= 0) return <span className={styles.expired}>expired</span>;
  const days = Math.ceil(left / day);
  return <>{days === 1 ? 'expires within a day' : `good for ${days} days`}</>;
}
