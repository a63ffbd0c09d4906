import { Link } from '@tanstack/react-router';
import type { AuditEntry } from '../../../api.ts';
import { DoorMark } from '../../../ui/door-mark.tsx';
import { When } from '../../../ui/when.tsx';
import styles from './audit.module.css';

/** The log as a table; on a phone each entry is a few lines. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Who and what</th>
          <th scope="col">Door</th>
          <th scope="col">From</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Entry key={entry.changeId} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { at, door, address, keyName } = entry;
  return (
    <tr className={styles.entry}>
      <td className={styles.when}>
        <When at={at} />
      </td>
      <td className={styles.what}>
        <About entry={entry} />
        <strong>{nameOf(entry)}</strong> {entry.summary}
      </td>
      <td className={styles.door}>
        <DoorMark door={door} size={16} />
        {keyName ? <span className={styles.key}>{keyName}</span> : null}
      </td>
      <td className={styles.address}>{address ?? ''}</td>
    </tr>
  );
}

/** A failed sign-in is nobody's; what happens without a person is the program's own. */
function nameOf({ memberName, procedure }: AuditEntry): string {
  return memberName ?? (procedure.startsWith('session.') ? 'Somebody' : 'Beback');
}

function About({ entry: { dealId, subject } }: { entry: AuditEntry }) {
  if (!dealId) return null;
  return (
    <>
      <Link to="/deals/$deal" params={{ deal: dealId }} className={styles.about}>
        {subject.label}
      </Link>
      {': '}
    </>
  );
}
