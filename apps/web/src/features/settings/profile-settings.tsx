import { Button, TextInput, useMantineColorScheme } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '../../api.ts';
import { fieldProblems } from '../../errors/field-problems.ts';
import { phone } from '../../format/phone.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { textField } from '../../ui/form-fields.ts';
import pairs from '../../ui/pairs.module.css';
import { Section } from '../../ui/section.tsx';
import { Segments } from '../../ui/segments.tsx';
import { say } from '../../undo/offer-undo.tsx';
import { signOut } from '../session/session.ts';
import { useMe } from '../session/use-me.ts';
import styles from './settings.module.css';

type Scheme = Me['colorScheme'];
const schemes: (readonly [Scheme, string])[] = [
  ['auto', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** One's own name and colours. */
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
      <Section title="You">
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            const name = textField(new FormData(event.currentTarget), 'name');
            if (name) update.mutate({ name }, { onSuccess: () => say('Saved') });
          }}
        >
          <TextInput name="name" label="Name" required defaultValue={me.name} error={problems.name} />
          <div>
            <Button type="submit" loading={update.isPending && update.variables.name !== undefined}>
              Save name
            </Button>
          </div>
        </form>
      </Section>
      <Section title="How we know you">
        <dl className={pairs.pairs}>
          <dt>E-mail</dt>
          <dd>{me.email}, for signing in</dd>
          <dt>Phone</dt>
          <dd>
            {me.phone
              ? `${phone(me.phone)}, texts from it are yours`
              : 'Not linked yet. A manager can link it, then you can text Beback.'}
          </dd>
        </dl>
      </Section>
      <Section title="Colors">
        <Segments<Scheme> label="Color scheme" value={me.colorScheme} options={schemes} onChange={choose} />
      </Section>
      <Section title="Session">
        <Button variant="default" onClick={() => void signOut()}>
          Sign out
        </Button>
      </Section>
    </>
  );
}
