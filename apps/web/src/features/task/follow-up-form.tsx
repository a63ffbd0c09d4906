import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { serverNow } from '../../clock.ts';
import { today } from '../../format/when.ts';
import { instantAt } from '../../format/zoned.ts';
import { client } from '../../trpc.ts';
import { textField } from '../../ui/form-fields.ts';
import { formKeys } from '../../ui/form-keys.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';
import styles from '../activity/log-composer.module.css';
import { useMe } from '../session/use-me.ts';

interface FollowUpFormProps {
  dealId?: string | undefined;
  contactId?: string | undefined;
  onDone: () => void;
}

/** Promises something for later; without an hour it is for the whole day. */
export function FollowUpForm({ dealId, contactId, onDone }: FollowUpFormProps) {
  const { timeZone } = useMe().workspace;
  const create = useMutation({
    mutationFn: async (fields: FormData) => {
      const date = textField(fields, 'date');
      const time = textField(fields, 'time');
      return client.task.create.mutate({
        ...(dealId ? { dealId } : contactId ? { contactId } : {}),
        title: textField(fields, 'title') ?? 'Call back',
        ...(date ? { dueAt: await instantAt(date, time ?? '09:00', timeZone), allDay: !time } : {}),
      });
    },
    onSuccess: (task) => {
      offerUndo(`Follow-up: ${task.title}`, task.changeId);
      onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onKeyDown={formKeys(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate(new FormData(event.currentTarget));
      }}
    >
      <TextInput name="title" autoFocus data-autofocus aria-label="What" placeholder="Call back" maxLength={200} />
      <div className={styles.row}>
        <TextInput name="date" type="date" label="Day" defaultValue={today(serverNow() + 86_400_000, timeZone)} />
        <TextInput name="time" type="time" label="Time, optional" />
        <Button type="submit" className={styles.push} loading={create.isPending}>
          Add follow-up
        </Button>
      </div>
    </form>
  );
}
