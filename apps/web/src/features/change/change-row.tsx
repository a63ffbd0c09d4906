import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Change } from '../../api.ts';
import { DoorMark } from '../../ui/door-mark.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { When } from '../../ui/when.tsx';
import { say, undoAll } from '../../undo/offer-undo.tsx';
import { useMayWrite } from '../session/use-me.ts';
import styles from './change-row.module.css';

/** One change in one plain sentence: who, what, through which door, when. */
export function ChangeRow({ change, withSubject = false }: { change: Change; withSubject?: boolean }) {
  const mayWrite = useMayWrite();
  const undo = useMutation({ mutationFn: () => undoAll([change.changeId]), onSuccess: say });
  return (
    <li className={styles.row} data-undone={change.undone || undefined}>
      <p className={styles.words}>
        {withSubject ? <Subject change={change} /> : null}
        <strong>{change.memberName ?? 'Beback'}</strong> {change.summary}
        {change.undone ? <span className={styles.undone}> (taken back)</span> : null}
      </p>
      <span className={styles.by}>
        {change.undoable && mayWrite ? (
          <TextButton disabled={undo.isPending} onClick={() => undo.mutate()}>
            Undo
          </TextButton>
        ) : null}
        <DoorMark door={change.door} />
        <When at={change.at} />
      </span>
    </li>
  );
}

function Subject({ change: { subject, dealId } }: { change: Change }) {
  // What belongs to no customer says in its sentence what it is about.
  if (subject.label === subject.type) return null;
  const label = `${subject.label}: `;
  if (!dealId) return <span>{label}</span>;
  return (
    <Link to="/deals/$deal" params={{ deal: dealId }} className={styles.subject}>
      {label}
    </Link>
  );
}
