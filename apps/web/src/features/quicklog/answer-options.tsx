import type { QuickLogAnswer } from '../../api.ts';
import styles from './quick-log.module.css';

interface AnswerOptionsProps {
  options: NonNullable<QuickLogAnswer['options']>;
  disabled: boolean;
  onChoose: (choice: number) => void;
}

/** The numbered answers of a question, as buttons. */
export function AnswerOptions({ options, disabled, onChoose }: AnswerOptionsProps) {
  return (
    <ol className={styles.options}>
      {options.map(({ choice, label }) => (
        <li key={choice}>
          <button type="button" className={styles.option} disabled={disabled} onClick={() => onChoose(choice)}>
            <span className={styles.number}>{choice}</span>
            <span className="clip">{label}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
