import styles from './quick-log.module.css';

interface Understood {
  understood: string | null;
  who: string | null;
  matches: number | null;
  customer: string | null;
}

/** What the words mean so far, before anything is written. */
export function QuickLogPreview({ understood }: { understood: Understood | null }) {
  if (!understood?.understood) {
    return (
      <p className={styles.hint}>Say who and what: “called Maria 8 min, call back Fri 3pm”, “lopez to write-up”.</p>
    );
  }
  return (
    <div className={styles.preview}>
      <p>{understood.understood}</p>
      <p className={styles.who} data-fits={understood.matches === 1 || undefined}>
        {whoFits(understood)}
      </p>
    </div>
  );
}

function whoFits({ who, matches, customer }: Understood): string {
  if (customer) return `${customer}. Press Enter to log it`;
  if (!who || matches === null) return 'Press Enter to log it';
  if (matches === 0) return `No customer fits “${who}” yet`;
  return matches === 1
    ? `One customer’s name resembles “${who}”: you will be asked`
    : `${matches} customers fit “${who}”: you will be asked which`;
}
