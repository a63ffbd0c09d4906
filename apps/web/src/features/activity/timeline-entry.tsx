import type { Activity, Appointment, Change } from '../../api.ts';
import { DoorMark } from '../../ui/door-mark.tsx';
import { When } from '../../ui/when.tsx';
import { appointmentKinds, appointmentStatuses } from '../appointment/appointment-words.ts';
import { activityLine, kinds } from './activity-words.ts';
import styles from './timeline.module.css';

/** Something a person did: what, who, through which door, when, and their words. */
export function ActivityEntry({ activity }: { activity: Activity }) {
  const { icon: Mark } = kinds[activity.kind];
  return (
    <li className={styles.entry}>
      <span className={styles.mark} aria-hidden>
        <Mark size={15} stroke={1.7} />
      </span>
      <div className={styles.what}>
        <p className={styles.line}>
          <strong>{activityLine(activity)}</strong>
          <span className={styles.by}>
            <span className="clip">{activity.memberName}</span>
            <DoorMark door={activity.via} />
            <When at={activity.occurredAt} />
          </span>
        </p>
        {activity.note ? <p className={styles.note}>{activity.note}</p> : null}
      </div>
    </li>
  );
}

/** A stage change: a thin line between what people did. */
export function StageLine({ change }: { change: Change }) {
  const { fromStage, toStage } = change;
  const how = fromStage ? `${fromStage.name} → ${toStage?.name ?? ''}` : `Opened in ${toStage?.name ?? ''}`;
  return (
    <li className={styles.stage}>
      <span className={styles.how}>{how}</span>
      <span className={styles.by}>
        <span className="clip">{change.memberName ?? 'Beback'}</span>
        <DoorMark door={change.door} />
        <When at={change.at} />
      </span>
    </li>
  );
}

/** An appointment that is over: what it was for, and whether they came. */
export function AppointmentLine({ appointment: { kind, status, startsAt, note } }: { appointment: Appointment }) {
  const what = appointmentKinds.find(([code]) => code === kind)?.[1].toLowerCase();
  const ended = appointmentStatuses.find(([code]) => code === status)?.[1].toLowerCase();
  return (
    <li className={styles.stage} title={note ?? undefined}>
      <span className={styles.how}>
        Appointment ({what}): {ended}
      </span>
      <span className={styles.by}>
        <When at={startsAt} />
      </span>
    </li>
  );
}
