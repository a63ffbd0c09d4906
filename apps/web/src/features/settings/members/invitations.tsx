import { useInfiniteQuery } from '@tanstack/react-query';
import type { SentInvitation } from '../../../api.ts';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import type { Role } from '../roles.ts';
import { InvitationRow } from './invitation-row.tsx';

/** Who was asked to join and has not yet. */
export function Invitations({ given }: { given: readonly Role[] }) {
  const invitations = useInfiniteQuery(
    trpc.invitation.list.infiniteQueryOptions({ limit: 100 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  if (invitations.isPending) return <BoneLines lines={2} height={52} />;
  if (!invitations.data) {
    return (
      <Section title="Invitations">
        <ErrorPanel error={invitations.error} onRetry={() => void invitations.refetch()} />
      </Section>
    );
  }
  const waiting = invitations.data.pages.flatMap((page) => page.items).filter(isWaiting);
  if (waiting.length === 0 && !invitations.hasNextPage) return null;
  return (
    <Section title="Invited, not here yet">
      <ul>
        {waiting.map((invitation) => (
          <InvitationRow
            key={invitation.invitationId}
            invitation={invitation}
            mayChange={given.includes(invitation.role)}
          />
        ))}
      </ul>
      {invitations.hasNextPage ? (
        <TextButton disabled={invitations.isFetchingNextPage} onClick={() => void invitations.fetchNextPage()}>
          Show older
        </TextButton>
      ) : null}
    </Section>
  );
}

function isWaiting({ status }: SentInvitation): boolean {
  return status === 'open' || status === 'expired';
}
