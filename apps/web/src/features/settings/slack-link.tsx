import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { say } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './profile.module.css';

/** Whether Slack knows this member, and the way out; the way in begins in Slack. */
export function SlackLink() {
  const { slackLinked } = useMe();
  const unlink = useMutation(
    trpc.link.unlinkSlack.mutationOptions({
      onSuccess: () => {
        say('Slack is unlinked');
        return queryClient.invalidateQueries({ queryKey: trpc.member.me.queryKey() });
      },
    }),
  );
  return (
    <Section
      title="Slack"
      action={
        slackLinked ? (
          <TextButton disabled={unlink.isPending} onClick={() => unlink.mutate()}>
            Unlink
          </TextButton>
        ) : null
      }
    >
      {slackLinked ? (
        <p>Your Slack user is linked: /deal, /log and the buttons act as you.</p>
      ) : (
        <p className={styles.note}>
          Not linked. Type <code>/log</code> in your dealership’s Slack: Beback answers with a link for you alone, which
          leads back here.
        </p>
      )}
    </Section>
  );
}
