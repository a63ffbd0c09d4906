import { Kbd } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TextButton } from '../../ui/text-button.tsx';
import type { EntryAction, TodayEntry } from './today-entry.ts';
import styles from './today-row.module.css';
import { useSwipe } from './use-swipe.ts';

interface TodayRowProps {
  entry: TodayEntry;
  onAct: (entry: TodayEntry, action: EntryAction) => void;
  onReschedule: (entry: TodayEntry) => void;
}

/** One line of Today. What can be done about it stands below or beside it, answers to its letter, and to a swipe. */
export function TodayRow({ entry, onAct, onReschedule }: TodayRowProps) {
  const [first, second] = entry.actions;
  const swipe = useSwipe({
    onRight: first && (() => onAct(entry, first)),
    onLeft: second && (() => onAct(entry, second)),
  });
  const aimed = swipe.shift > 0 ? first : second;
  return (
    <li className={styles.row} data-entry={entry.id} data-tone={entry.tone}>
      {swipe.shift === 0 ? null : (
        <span
          className={styles.behind}
          data-side={swipe.shift > 0 ? 'left' : 'right'}
          data-armed={swipe.armed || undefined}
          aria-hidden
        >
          {aimed?.label}
        </span>
      )}
      <div
        className={styles.line}
        style={{ transform: swipe.shift ? `translateX(${swipe.shift}px)` : undefined }}
        {...swipe.handlers}
      >
        <Subject entry={entry} />
        <span className={styles.when} title={entry.exactly ?? undefined}>
          {entry.when}
        </span>
        <span className={styles.actions}>
          {entry.actions.map((action) => (
            <TextButton
              key={action.key}
              aria-label={`${action.label}: ${entry.name}`}
              onClick={() => onAct(entry, action)}
            >
              {action.label} <Kbd className={styles.key}>{action.key.toUpperCase()}</Kbd>
            </TextButton>
          ))}
          {entry.appointment ? (
            <TextButton aria-label={`Reschedule: ${entry.name}`} onClick={() => onReschedule(entry)}>
              Reschedule <Kbd className={styles.key}>R</Kbd>
            </TextButton>
          ) : null}
        </span>
      </div>
    </li>
  );
}

function Subject({ entry: { dealId, contactId, name, detail } }: { entry: TodayEntry }) {
  const words = (
    <>
      <strong className="clip">{name}</strong>
      <span className={`${styles.detail} clip`}>{detail}</span>
    </>
  );
  if (dealId)
    return (
      <Link to="/deals/$deal" params={{ deal: dealId }} className={styles.subject} title={detail || name}>
        {words}
      </Link>
    );
  if (contactId)
    return (
      <Link to="/contacts/$contact" params={{ contact: contactId }} className={styles.subject} title={detail || name}>
        {words}
      </Link>
    );
  return <span className={styles.subject}>{words}</span>;
}
