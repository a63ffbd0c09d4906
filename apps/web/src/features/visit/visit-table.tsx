import type { Visit } from '../../api.ts';
import { exact, timeOfDay } from '../../format/when.ts';
import { Initials } from '../../ui/initials.tsx';
import { useMe } from '../session/use-me.ts';
import { StepButton } from './step-button.tsx';
import { useUpdateVisit } from './use-update-visit.ts';
import { ResultSelect, TurnoverSelect } from './visit-controls.tsx';
import styles from './visit-table.module.css';
import { VisitWho } from './visit-who.tsx';
import { visitSteps } from './visit-words.ts';

interface VisitTableProps {
  visits: readonly Visit[];
  /** Whether a visit should have ended by now. */
  isOverdue: (visit: Visit) => boolean;
}

/** The desk log of one day as the showroom knows it from paper: a line an up, a column a step. */
export function VisitTable({ visits, isOverdue }: VisitTableProps) {
  return (
    <table className={styles.table}>
      <caption className="unseen">Who came in, and how far each of them got</caption>
      <thead>
        <tr>
          {['In', 'Rep', 'Customer', 'Vehicle', 'Source'].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          {visitSteps.map(({ step, label }) => (
            <th key={step} scope="col" className={styles.mark}>
              {label}
            </th>
          ))}
          <th scope="col">T.O.</th>
          <th scope="col" className={styles.mark}>
            Out
          </th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {visits.map((visit) => (
          <Line key={visit.visitId} visit={visit} overdue={isOverdue(visit)} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ visit, overdue }: { visit: Visit; overdue: boolean }) {
  const { timeZone } = useMe().workspace;
  const update = useUpdateVisit(visit);
  const { arrivedAt, member, vehicle, source, leftAt, contactName: customer } = visit;
  return (
    <tr data-visit={visit.visitId} data-open={leftAt === null || undefined} data-overdue={overdue || undefined}>
      <td className={styles.time}>
        <time dateTime={arrivedAt} title={exact(arrivedAt, timeZone)}>
          {timeOfDay(arrivedAt, timeZone)}
        </time>
      </td>
      <td>
        <Initials initials={member?.initials ?? null} name={member?.name ?? 'Nobody'} size={24} />
        <span className="unseen">{member?.name ?? 'Nobody'}</span>
      </td>
      <th scope="row">
        <VisitWho visit={visit} />
        {overdue ? <span className={styles.still}>Still on the log</span> : null}
      </th>
      <td className={`${styles.vehicle} clip`} title={vehicle ?? undefined}>
        {vehicle ?? '–'}
      </td>
      <td className={`${styles.source} clip`}>{source ?? '–'}</td>
      {visitSteps.map(({ step, column, label }) => (
        <td key={step} className={styles.mark}>
          <StepButton
            label={label}
            customer={customer}
            at={visit[column]}
            onMark={(done) =>
              update({ [step]: done }, done ? label.toLowerCase() : `no ${label.toLowerCase()} after all`)
            }
          />
        </td>
      ))}
      <td>
        <TurnoverSelect visit={visit} onChange={update} />
      </td>
      <td className={styles.mark}>
        <StepButton
          label="Out"
          customer={customer}
          at={leftAt}
          onMark={(left) => update({ left }, left ? 'left the store' : 'still here')}
        />
      </td>
      <td>
        <ResultSelect visit={visit} onChange={update} />
      </td>
    </tr>
  );
}
