import { Link } from '@tanstack/react-router';
import type { DealCard, Visit } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { shortAge, today as todayIn } from '../../format/when.ts';
import { Initials } from '../../ui/initials.tsx';
import { Section } from '../../ui/section.tsx';
import { ChangeRow } from '../change/change-row.tsx';
import { useMe } from '../session/use-me.ts';
import { hourIn, isOverdueVisit } from '../visit/desk-log.rules.ts';
import styles from './today.module.css';
import type { Today } from './today.types.ts';

/** Who is in the store, what the floor keeps from its manager, and what changed lately. */
export function TodayFloor({ today: { visitsOpen, floor, changes } }: { today: Today }) {
  return (
    <div className={styles.column}>
      <Section
        title="In the store"
        action={
          <Link to="/desk-log" className={styles.way}>
            Desk log
          </Link>
        }
      >
        {visitsOpen.length === 0 ? (
          <p className={styles.none}>Nobody at the moment. Add an up on the desk log.</p>
        ) : null}
        <ul>
          {visitsOpen.map((visit) => (
            <InStore key={visit.visitId} visit={visit} />
          ))}
        </ul>
      </Section>
      {floor && floor.silentReps.length > 0 ? (
        <Section title="Nothing logged yet today">
          <p className={styles.people}>
            {floor.silentReps.map(({ memberId, name, initials }) => (
              <span key={memberId} className={styles.person}>
                <Initials initials={initials} size={24} /> {name}
              </span>
            ))}
          </p>
        </Section>
      ) : null}
      {floor && floor.unassigned.length > 0 ? (
        <Section title="Nobody has taken">
          <ul>
            {floor.unassigned.map((deal) => (
              <Unassigned key={deal.dealId} deal={deal} />
            ))}
          </ul>
        </Section>
      ) : null}
      <Section title="What changed">
        {changes.length === 0 ? <p className={styles.none}>Nothing yet today.</p> : null}
        <ol>
          {changes.map((change) => (
            <ChangeRow key={change.changeId} change={change} withSubject />
          ))}
        </ol>
      </Section>
    </div>
  );
}

/** A visit that is going on; in the evening, or left from yesterday, it is something to ask about. */
function InStore({ visit: { dealId, contactName, vehicle, member, arrivedAt, leftAt } }: { visit: Visit }) {
  const now = useNow();
  const { timeZone } = useMe().workspace;
  const day = todayIn(Date.parse(arrivedAt), timeZone);
  const overdue = isOverdueVisit(leftAt, day, { day: todayIn(now, timeZone), hour: hourIn(now, timeZone) });
  return (
    <li className={styles.visit}>
      <Initials initials={member?.initials ?? null} name={member?.name ?? 'Nobody'} size={24} />
      <Link to="/deals/$deal" params={{ deal: dealId }} className={styles.who}>
        <strong className="clip">{contactName}</strong>
        <span className={`${styles.vehicle} clip`}>{vehicle}</span>
      </Link>
      <span className={overdue ? styles.age : styles.stay}>
        {overdue ? 'still open, ' : ''}
        {shortAge(arrivedAt, now)}
      </span>
    </li>
  );
}

function Unassigned({ deal: { dealId, contactName, vehicle, createdAt } }: { deal: DealCard }) {
  const now = useNow();
  return (
    <li className={styles.visit}>
      <Link to="/deals/$deal" params={{ deal: dealId }} className={styles.who}>
        <strong className="clip">{contactName}</strong>
        <span className={`${styles.vehicle} clip`}>{vehicle}</span>
      </Link>
      <span className={styles.age}>{shortAge(createdAt, now)}</span>
    </li>
  );
}
