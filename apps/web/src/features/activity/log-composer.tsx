import { useRef, useState } from 'react';
import { AppointmentForm } from '../appointment/appointment-form.tsx';
import { FollowUpForm } from '../task/follow-up-form.tsx';
import { ActivityForm } from './activity-form.tsx';
import styles from './log-composer.module.css';

const actions = [
  ['call', 'Call'],
  ['text', 'Text'],
  ['visit', 'Visit'],
  ['demo', 'Demo'],
  ['note', 'Note'],
  ['follow-up', 'Follow-up'],
  ['appointment', 'Appointment'],
] as const;

type Action = (typeof actions)[number][0];

/** Everything one can add to a deal, one tap away; the form opens in place. */
export function LogComposer({ dealId, contactId }: { dealId?: string; contactId: string }) {
  const [action, setAction] = useState<Action | null>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAction(null);
    opener.current?.focus();
  };
  const offered = actions.filter(([code]) => dealId || code !== 'appointment');
  return (
    <div className={styles.composer}>
      <fieldset className={styles.actions}>
        <legend className="unseen">Add to what happened</legend>
        {offered.map(([code, label]) => (
          <button
            key={code}
            type="button"
            className={styles.action}
            aria-pressed={action === code}
            onClick={({ currentTarget }) => {
              opener.current = currentTarget;
              setAction(action === code ? null : code);
            }}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {action === 'follow-up' ? <FollowUpForm dealId={dealId} contactId={contactId} onDone={close} /> : null}
      {action === 'appointment' && dealId ? <AppointmentForm dealId={dealId} onDone={close} /> : null}
      {action && action !== 'follow-up' && action !== 'appointment' ? (
        <ActivityForm key={action} kind={action} of={dealId ? { dealId } : { contactId }} onDone={close} />
      ) : null}
    </div>
  );
}
