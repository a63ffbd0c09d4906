import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Appointment } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { due, exact, timeOfDay } from '../../format/when.ts';
import { trpc } from '../../trpc.ts';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './appointment-row.module.css';
import { appointmentKinds, appointmentStatuses, nextStatuses } from './appointment-words.ts';

type Status = Appointment['status'];

/**
 * One appointment: when, what for, and whether they came; the answer is given in place. With its customer it stands in
 * the list of one day, where the time of day says enough.
 */
export function AppointmentRow({
  appointment,
  withCustomer = false,
}: {
  appointment: Appointment;
  withCustomer?: boolean;
}) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const { appointmentId, dealId, kind, startsAt, status, note, version } = appointment;
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
      <time
        className={styles.when}
        data-short={withCustomer || undefined}
        dateTime={startsAt}
        title={exact(startsAt, timeZone)}
      >
        {withCustomer ? timeOfDay(startsAt, timeZone) : due(startsAt, false, now, timeZone)}
      </time>
      <span className={styles.what}>
        {withCustomer && dealId ? (
          <Link to="/deals/$deal" params={{ deal: dealId }} className={`${styles.customer} clip`} title={contactName}>
            {contactName}
          </Link>
        ) : null}
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
