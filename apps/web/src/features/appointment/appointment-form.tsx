import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { serverNow } from '../../clock.ts';
import { today } from '../../format/when.ts';
import { instantAt } from '../../format/zoned.ts';
import { client } from '../../trpc.ts';
import { textField } from '../../ui/form-fields.ts';
import { formKeys } from '../../ui/form-keys.ts';
import { Segments } from '../../ui/segments.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import styles from '../activity/log-composer.module.css';
import { useMe } from '../session/use-me.ts';
import { appointmentKinds } from './appointment-words.ts';

/** Sets an appointment at the store. */
export function AppointmentForm({ dealId, onDone }: { dealId: string; onDone: () => void }) {
  const { timeZone } = useMe().workspace;
  const [kind, setKind] = useState<(typeof appointmentKinds)[number][0]>('visit');
  const create = useMutation({
    mutationFn: async (fields: FormData) => {
      const note = textField(fields, 'note');
      const startsAt = await instantAt(textField(fields, 'date') ?? '', textField(fields, 'time') ?? '', timeZone);
      return client.appointment.create.mutate({ dealId, startsAt, kind, ...(note ? { note } : {}) });
    },
    onSuccess: (made) => {
      offerUndo('Appointment set', made.changeId);
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
      <div className={styles.row}>
        <Segments label="Kind" value={kind} options={appointmentKinds} onChange={setKind} />
        <TextInput
          name="date"
          type="date"
          autoFocus
          data-autofocus
          required
          label="Day"
          defaultValue={today(serverNow() + 86_400_000, timeZone)}
        />
        <TextInput name="time" type="time" required label="Time" defaultValue="15:00" />
      </div>
      <div className={styles.row}>
        <TextInput name="note" flex={1} aria-label="Note" placeholder="Note, optional" maxLength={1000} />
        <Button type="submit" className={styles.push} loading={create.isPending}>
          Set appointment
        </Button>
      </div>
    </form>
  );
}
