import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Invitation, Person, SignInConfig } from '../../api.ts';
import { Doorway } from '../../shell/doorway.tsx';
import { SignedInAs } from '../../shell/signed-in-as.tsx';
import { roleWords } from '../member/role-words.ts';
import type { Settled } from '../session/settled.ts';
import { InvitationGone } from './invitation-gone.tsx';
import { JoinInvitation } from './join-invitation.tsx';
import { SignInToJoin } from './sign-in-to-join.tsx';

interface InvitationPageProps {
  token: string;
  config: SignInConfig;
  person: Person | null;
  invitation: Settled<Invitation>;
}

/** Where the link in an invitation leads: who asks whom, and the way in for the address it was sent to. */
export function InvitationPage({ token, config, person, invitation }: InvitationPageProps) {
  if (!invitation.answer) return <InvitationGone error={invitation.error} person={person} />;
  const { workspaceName, invitedBy, role, email } = invitation.answer;
  const here = `/invitation/${encodeURIComponent(token)}`;
  return (
    <Doorway
      title={`Join ${workspaceName}`}
      lead={
        <>
          {invitedBy} invited <strong>{email}</strong> as {roleWords[role]}.
        </>
      }
      foot={person ? <SignedInAs email={person.email} next={here} /> : undefined}
    >
      {person ? (
        <JoinInvitation token={token} here={here} workspaceName={workspaceName} />
      ) : (
        <SignInToJoin config={config} here={here} hint={email} />
      )}
      {person && person.workspaces.length > 0 ? (
        <p style={{ marginTop: 16 }}>
          <Button variant="subtle" color="gray" component={Link} to="/">
            Not now
          </Button>
        </p>
      ) : null}
    </Doorway>
  );
}
