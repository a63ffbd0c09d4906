import { Link } from '@tanstack/react-router';
import { shortMoney } from '../../format/money.ts';
import { useMe } from '../session/use-me.ts';
import styles from './today.module.css';
import type { Today } from './today.types.ts';

/** Four figures in one line; each leads to the deals behind it. */
export function TodayCounts({ counts }: { counts: Today['counts'] }) {
  const { currency } = useMe().workspace;
  return (
    <ul className={styles.counts}>
      <Figure value={String(counts.openDeals)} label="open deals" to="/board" />
      <Figure value={shortMoney(counts.openCents, currency)} label="on the board" to="/board" />
      <Figure value={String(counts.newThisWeek)} label="new this week" to="/deals" />
      <Figure value={String(counts.soldThisMonth)} label="sold this month" to="/deals" kind="won" />
    </ul>
  );
}

function Figure({ value, label, to, kind }: { value: string; label: string; to: '/board' | '/deals'; kind?: 'won' }) {
  return (
    <li>
      <Link to={to} search={kind ? { kind } : {}} className={styles.figure}>
        <strong data-kind={value === '0' ? undefined : kind}>{value}</strong>
        <span>{label}</span>
      </Link>
    </li>
  );
}
