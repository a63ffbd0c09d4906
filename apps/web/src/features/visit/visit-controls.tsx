import type { Visit } from '../../api.ts';
import { timeOfDay } from '../../format/when.ts';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMayWrite, useMe } from '../session/use-me.ts';
import type { VisitChange } from './use-update-visit.ts';
import styles from './visit-controls.module.css';
import { visitResults } from './visit-words.ts';

interface ControlProps {
  visit: Visit;
  onChange: (change: VisitChange, words: string) => void;
}

/** To which manager the customer was turned over, with the time; nobody yet is a dash. */
export function TurnoverSelect({ visit, onChange }: ControlProps) {
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const desk = [...useMembers().values()].filter(
    ({ active, role }) => active && (role === 'manager' || role === 'owner'),
  );
  const { turnoverTo, turnoverAt, contactName } = visit;
  const gone = turnoverTo && !desk.some(({ memberId }) => memberId === turnoverTo.memberId) ? [turnoverTo] : [];
  const options = [...desk, ...gone].map(({ memberId, name }) => [memberId, name.split(' ')[0] ?? name] as const);
  return (
    <span className={styles.turnover} data-set={turnoverAt ? true : undefined}>
      <InlineSelect
        label={`T.O., ${contactName}`}
        value={turnoverTo?.memberId ?? ''}
        readOnly={!mayWrite}
        options={[['', '–'], ...options]}
        onSave={(memberId) => {
          const name = options.find(([known]) => known === memberId)?.[1];
          onChange({ turnoverTo: memberId || null }, name ? `T.O. to ${name}` : 'no T.O. after all');
        }}
      />
      {turnoverAt ? <time dateTime={turnoverAt}>{timeOfDay(turnoverAt, timeZone).replace(/ [AP]M$/, '')}</time> : null}
    </span>
  );
}

/** What became of it. Whoever did not buy is out of the store by then, unless it was said when. */
export function ResultSelect({ visit, onChange }: ControlProps) {
  const mayWrite = useMayWrite();
  const { result, leftAt, contactName } = visit;
  return (
    <span className={styles.result} data-result={result ?? undefined}>
      <InlineSelect
        label={`Result, ${contactName}`}
        value={result ?? ''}
        readOnly={!mayWrite}
        options={[['', '–'], ...visitResults]}
        onSave={(chosen) => {
          const next = visitResults.find(([code]) => code === chosen);
          const out = next && next[0] !== 'sold' && leftAt === null ? { left: true } : {};
          onChange({ result: next?.[0] ?? null, ...out }, next ? next[1].toLowerCase() : 'no result yet');
        }}
      />
    </span>
  );
}
