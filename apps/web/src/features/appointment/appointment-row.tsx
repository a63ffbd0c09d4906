import { useMutation } from '@tanstack/react-query';
import type { Appointment } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { due, exact } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './appointment-row.module.css';
import { appointmentKinds, appointmentStatuses, nextStatuses } from './appointment-words.ts';

type Status = Appointment['status'];

/** One appointment: when, what for, and whether they came; the answer is given in place. */
export function AppointmentRow({ appointment }: { appointment: Appointment }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const { appointmentId, kind, startsAt, status, note, version } = appointment;
  const contactName = appointment.contactName ?? 'Customer';
  const choices = nextStatuses(status);
  const label = (code: Status) => appointmentStatuses.find(([known]) => known === code)?.[1] ?? code;
  const update = useMutation(
    trpc.appointment.update.mutationOptions({
      onSuccess: (saved) => offerUndo(`${contactName}: ${label(saved.status).toLowerCase()}`, saved.changeId),
    }),
  );
  return (
    <li className={styles.row} data-status={status}>
      <time className={styles.when} dateTime={startsAt} title={exact(startsAt, timeZone)}>
        {due(startsAt, false, now, timeZone)}
      </time>
      <span className={styles.what}>
        <span className="clip" title={note ?? undefined}>
          {appointmentKinds.find(([code]) => code === kind)?.[1]}
          {note ? `, ${note}` : ''}
        </span>
      </span>
      <span className={styles.status}>
        <InlineSelect
          label={`Status of the appointment with ${contactName}`}
          value={update.isPending ? (update.variables.status ?? status) : status}
          readOnly={!mayWrite || choices.length < 2}
          options={choices}
          onSave={(next) => update.mutate({ appointmentId, status: next as Status, version })}
        />
      </span>
    </li>
  );
}
