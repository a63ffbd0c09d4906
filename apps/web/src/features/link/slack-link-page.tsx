import { wireError } from '@beback/api/user-message';
import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Me, SlackLink } from '../../api.ts';
import { errorSentence } from '../../errors/error-sentence.ts';
import { Doorway } from '../../shell/doorway.tsx';
import { SignedInAs } from '../../shell/signed-in-as.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import invitation from '../invitation/invitation.module.css';
import type { Settled } from '../session/settled.ts';

interface SlackLinkPageProps {
  token: string;
  me: Me;
  link: Settled<SlackLink>;
}

/** Where the one-time link in Slack leads: says who will be who, and waits for a yes. */
export function SlackLinkPage({ token, me, link }: SlackLinkPageProps) {
  const connect = useMutation(
    trpc.link.slack.mutationOptions({
      meta: { shownInPlace: true },
      onSuccess: () => queryClient.invalidateQueries({ queryKey: trpc.member.me.queryKey() }),
    }),
  );
  const foot = <SignedInAs email={me.email} next={`/link/slack/${encodeURIComponent(token)}`} />;
  if (connect.isSuccess) return <Linked workspace={me.workspace.name} />;
  const problem = connect.error ?? link.error;
  if (!link.answer || problem) return <NotLinked error={problem} foot={foot} />;
  return (
    <Doorway
      title="Link your Slack user?"
      lead={
        <>
          What you write to Beback in Slack is then logged by <strong>{me.name}</strong> at{' '}
          <strong>{me.workspace.name}</strong>.
        </>
      }
      foot={foot}
    >
      <div className={invitation.join}>
        <p>
          Slack user <strong>{link.answer.userId}</strong> in workspace {link.answer.teamId}. Only go on if you asked
          for this link yourself, in Slack.
        </p>
        <Button autoFocus loading={connect.isPending} onClick={() => connect.mutate({ token })}>
          Yes, that is me
        </Button>
      </div>
    </Doorway>
  );
}

function NotLinked({ error, foot }: { error: unknown; foot: ReactNode }) {
  const router = useRouter();
  const over = wireError(error)?.code === 'NOT_FOUND';
  return (
    <Doorway
      title={over ? 'This link does not work any more' : 'Slack was not linked'}
      lead={errorSentence(error)}
      foot={foot}
    >
      <div className={invitation.join}>
        {over ? null : (
          <Button variant="default" onClick={() => void router.invalidate()}>
            Try again
          </Button>
        )}
        <Button variant="default" component={Link} to="/">
          Go to Today
        </Button>
      </div>
    </Doorway>
  );
}

function Linked({ workspace }: { workspace: string }) {
  return (
    <Doorway title="Linked" lead={`Slack now logs for you at ${workspace}. You can go back to Slack.`}>
      <div className={invitation.join}>
        <Button variant="default" component={Link} to="/">
          Go to Today
        </Button>
      </div>
    </Doorway>
  );
}
