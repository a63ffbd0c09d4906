import { useEffect, useState } from 'react';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './sign-in.module.css';

const pause = 30;

/** Another code, after a pause: mails take a moment, and a new code makes the former useless. */
export function ResendCode({ pending, onSend }: { pending: boolean; onSend: () => void }) {
  const [left, setLeft] = useState(pause);
  useEffect(() => {
    const timer = setInterval(() => setLeft((now) => Math.max(0, now - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (left > 0) {
    return (
      <p className={styles.sub}>
        Nothing there? Look in spam. You can ask again in <span className="tabular">{left} s</span>.
      </p>
    );
  }
  return (
    <div>
      <TextButton disabled={pending} onClick={onSend}>
        Send another code
      </TextButton>
    </div>
  );
}
