import { Button, TextInput, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { textField } from '../../ui/form-fields.ts';
import { Initials } from '../../ui/initials.tsx';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { roleWords } from '../member/role-words.ts';
import { signOut } from '../session/session.ts';
import { useMe } from '../session/use-me.ts';
import { LeaveDealership } from './leave-dealership.tsx';
import { PhoneLink } from './phone-link.tsx';
import styles from './profile.module.css';
import { SlackLink } from './slack-link.tsx';

type Scheme = Me['colorScheme'];
const schemes: (readonly [Scheme, string])[] = [
  ['auto', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Oneself: what one is called, how one is reached and known, and one's colours. */
export function ProfileSettings() {
  const me = useMe();
  const { setColorScheme } = useMantineColorScheme();
  const key = trpc.member.me.queryKey();
  const update = useMutation(
    trpc.member.updateMe.mutationOptions({ onSettled: () => queryClient.invalidateQueries({ queryKey: key }) }),
  );
  const problems = fieldProblems(update.error);
  const choose = (colorScheme: Scheme) => {
    setColorScheme(colorScheme);
    queryClient.setQueryData(key, (now) => now && { ...now, colorScheme });
    update.mutate({ colorScheme });
  };
  return (
    <>
      <Section title="Who you are">
        <div className={styles.who}>
          <Initials initials={me.initials} size={56} />
          <div>
            <p>{me.email}</p>
            <p className={styles.sub}>
              You sign in with this address. At {me.workspace.name} you are {roleWords[me.role]}.
            </p>
          </div>
        </div>
        <form
          className={styles.line}
          onSubmit={(event) => {
            event.preventDefault();
            const name = textField(new FormData(event.currentTarget), 'name');
            if (name) update.mutate({ name }, { onSuccess: ({ changeId }) => offerUndo('Saved', changeId) });
          }}
        >
          <TextInput
            name="name"
            label="Name"
            required
            autoComplete="name"
            defaultValue={me.name}
            error={problems.name}
          />
          <Button type="submit" loading={update.isPending && update.variables.name !== undefined}>
            Save name
          </Button>
        </form>
      </Section>
      <PhoneLink />
      <SlackLink />
      <Section title="Colors">
        <Segments<Scheme> label="Color scheme" value={me.colorScheme} options={schemes} onChange={choose} />
      </Section>
      <Section title="Leaving">
        <div className={styles.actions}>
          <Button variant="default" onClick={() => void signOut()}>
            Sign out
          </Button>
          <LeaveDealership />
        </div>
      </Section>
    </>
  );
}
