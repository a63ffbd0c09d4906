import type { Visit } from '../../api.ts';
import { timeOfDay } from '../../format/when.ts';
import { Initials } from '../../ui/initials.tsx';
import { useMe } from '../session/use-me.ts';
import { StepButton } from './step-button.tsx';
import { useUpdateVisit } from './use-update-visit.ts';
import styles from './visit-card.module.css';
import { ResultSelect, TurnoverSelect } from './visit-controls.tsx';
import { VisitWho } from './visit-who.tsx';
import { visitSteps } from './visit-words.ts';

/** A line of the desk log for one thumb: the steps are as wide as the screen allows. */
export function VisitCard({ visit, overdue }: { visit: Visit; overdue: boolean }) {
  const { timeZone } = useMe().workspace;
  const update = useUpdateVisit(visit);
  const { arrivedAt, member, vehicle, source, leftAt, contactName: customer } = visit;
  return (
    <li className={styles.card} data-visit={visit.visitId} data-overdue={overdue || undefined}>
      <div className={styles.head}>
        <VisitWho visit={visit} />
        <time className={styles.time} dateTime={arrivedAt}>
          {timeOfDay(arrivedAt, timeZone)}
        </time>
      </div>
      <p className={styles.about}>
        <Initials initials={member?.initials ?? null} name={member?.name ?? 'Nobody'} />
        <span className="clip">{[vehicle, source].filter(Boolean).join(' · ') || 'Nothing in mind yet'}</span>
      </p>
      {overdue ? <p className={styles.still}>Still on the log: are they gone?</p> : null}
      <div className={styles.steps}>
        {visitSteps.map(({ step, column, label, short }) => (
          <StepButton
            key={step}
            label={label}
            big={short}
            customer={customer}
            at={visit[column]}
            onMark={(done) =>
              update({ [step]: done }, done ? label.toLowerCase() : `no ${label.toLowerCase()} after all`)
            }
          />
        ))}
        <StepButton
          label="Out"
          big="Out"
          customer={customer}
          at={leftAt}
          onMark={(left) => update({ left }, left ? 'left the store' : 'still here')}
        />
      </div>
      <div className={styles.end}>
        <span className={styles.field}>
          <span aria-hidden>T.O.</span>
          <TurnoverSelect visit={visit} onChange={update} />
        </span>
        <span className={styles.field}>
          <span aria-hidden>Result</span>
          <ResultSelect visit={visit} onChange={update} />
        </span>
      </div>
    </li>
  );
}
