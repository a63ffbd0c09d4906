import { IconCheck } from '@tabler/icons-react';
import { exact, timeOfDay } from '../../format/when.ts';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './step-button.module.css';

interface StepButtonProps {
  /** What the step is called, and whose visit it is: read to those who do not see the column. */
  label: string;
  customer: string;
  at: string | null;
  big?: string;
  onMark: (done: boolean) => void;
}

/** One step of a visit: an empty mark to press, or the time at which it happened; pressed again, it did not. */
export function StepButton({ label, customer, at, big, onMark }: StepButtonProps) {
  const { timeZone } = useMe().workspace;
  const mayWrite = useMayWrite();
  const time = at && timeOfDay(at, timeZone);
  // Where the step is written on the button, what is seen is what is read, with whose visit it is.
  const name = big ? {} : { 'aria-label': `${label}, ${customer}${time ? `, at ${time}` : ''}` };
  return (
    <button
      type="button"
      className={styles.step}
      data-big={big ? true : undefined}
      data-done={at ? true : undefined}
      aria-pressed={at !== null}
      {...name}
      title={at ? `${label}: ${exact(at, timeZone)}` : label}
      disabled={!mayWrite}
      onClick={() => onMark(at === null)}
    >
      {big ? <span className={styles.name}>{big}</span> : null}
      {time ? <time dateTime={at}>{time.replace(/ [AP]M$/, '')}</time> : <IconCheck size={14} stroke={2} aria-hidden />}
      {big ? <span className="unseen">, {customer}</span> : null}
    </button>
  );
}
