import { Link } from '@tanstack/react-router';
import type { DealCard } from '../../api.ts';
import { useNow } from '../../clock.ts';
import { money } from '../../format/money.ts';
import { daysSince } from '../../format/when.ts';
import { Section } from '../../ui/section.tsx';
import { AppointmentRow } from '../appointment/appointment-row.tsx';
import { ChangeRow } from '../change/change-row.tsx';
import styles from './today.module.css';
import type { Today } from './today.types.ts';

/** Who comes in today, which deals have gone quiet, and what changed lately. */
export function TodayFloor({ today: { appointments, quietDeals, changes } }: { today: Today }) {
  return (
    <div className={styles.column}>
      <Section title="Appointments today" action={<span className={styles.count}>{appointments.length}</span>}>
        {appointments.length === 0 ? <p className={styles.none}>Nobody is expected today.</p> : null}
        <ul>
          {appointments.map((appointment) => (
            <AppointmentRow key={appointment.appointmentId} appointment={appointment} withCustomer />
          ))}
        </ul>
      </Section>
      {quietDeals.length > 0 ? (
        <Section title="Quiet longer than usual">
          <ul>
            {quietDeals.map((deal) => (
              <QuietDeal key={deal.dealId} deal={deal} />
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

function QuietDeal({ deal }: { deal: DealCard }) {
  const now = useNow();
  return (
    <li>
      <Link to="/deals/$deal" params={{ deal: deal.dealId }} className={styles.quiet}>
        <span className={styles.who}>
          <strong className="clip">{deal.contactName}</strong>
          <span className={`${styles.vehicle} clip`}>{deal.vehicle}</span>
        </span>
        <span className={styles.age}>{daysSince(deal.stageSince, now)} days</span>
        <span className={styles.value}>{money(deal.valueCents, deal.currency)}</span>
      </Link>
    </li>
  );
}
