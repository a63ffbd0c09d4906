import { Button } from '@mantine/core';
import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { SignedInSession } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { When } from '../../ui/when.tsx';
import { say } from '../../undo/offer-undo.tsx';
import styles from './profile.module.css';

const key = trpc.session.list.queryKey();

/** Where this person is signed in, and the end of it: of one place, or of all but this. */
export function SessionSettings() {
  const sessions = useQuery(trpc.session.list.queryOptions(undefined, { staleTime: 0 }));
  const again = () => queryClient.invalidateQueries({ queryKey: key });
  const end = useMutation(trpc.session.end.mutationOptions({ onSettled: again }));
  const endOthers = useMutation(
    trpc.session.endOthers.mutationOptions({
      onSuccess: ({ ended }) => say(ended === 1 ? 'One place was signed out' : `${ended} places were signed out`),
      onSettled: again,
    }),
  );
  const items = sessions.data?.items ?? [];
  const others = items.some(({ current }) => !current);
  return (
    <Section title="Where you are signed in">
      {sessions.isPending ? <BoneLines lines={2} height={56} /> : null}
      {sessions.isError ? <ErrorPanel error={sessions.error} onRetry={() => void sessions.refetch()} /> : null}
      <ul>
        {items.map((session) => (
          <SessionRow
            key={session.sessionId}
            session={session}
            ending={end.isPending && end.variables.sessionId === session.sessionId}
            onEnd={() => end.mutate({ sessionId: session.sessionId })}
          />
        ))}
      </ul>
      {others ? (
        <div className={styles.actions}>
          <Button variant="default" loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            Sign out everywhere else
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

interface SessionRowProps {
  session: SignedInSession;
  ending: boolean;
  onEnd: () => void;
}

function SessionRow({ session, ending, onEnd }: SessionRowProps) {
  const { device, address, lastSeenAt, current } = session;
  const Mark = /iPhone|iPad|Android/.test(device) ? IconDeviceMobile : IconDeviceDesktop;
  return (
    <li className={styles.session}>
      <Mark size={20} stroke={1.6} aria-hidden />
      <div>
        <p className="clip">{device}</p>
        <p className={`${styles.sub} clip`}>
          {address ? `${address} · ` : ''}
          {current ? 'now' : <When at={lastSeenAt} />}
        </p>
      </div>
      {current ? (
        <span className={styles.here}>This one</span>
      ) : (
        <TextButton disabled={ending} aria-label={`Sign out ${device}`} onClick={onEnd}>
          Sign out
        </TextButton>
      )}
    </li>
  );
}
