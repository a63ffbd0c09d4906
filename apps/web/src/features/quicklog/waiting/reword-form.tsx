import { useState } from 'react';
import type { WaitingLog } from './waiting.rules.ts';
import styles from './waiting-list.module.css';
import { rewordLog } from './waiting-logs.ts';

/** Other words for a log that is not logged yet; what "tomorrow" means in it stays. */
export function RewordForm({ log, onDone }: { log: WaitingLog; onDone: () => void }) {
  const [text, setText] = useState(log.text);
  const save = async () => {
    if (text.trim() && (text.trim() !== log.text || log.answer)) await rewordLog(log, text.trim());
    onDone();
  };
  // Not a form: this list also stands in the box at the top, which is one.
  return (
    <li className={styles.row}>
      <textarea
        className={styles.area}
        aria-label="What happened?"
        maxLength={2000}
        enterKeyHint="done"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
          else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            void save();
          } else return;
          event.stopPropagation();
        }}
      />
      <div className={styles.foot}>
        <button type="button" className={styles.action} onClick={() => void save()}>
          Keep
        </button>
        <button type="button" className={styles.action} onClick={onDone}>
          Leave it
        </button>
      </div>
    </li>
  );
}
