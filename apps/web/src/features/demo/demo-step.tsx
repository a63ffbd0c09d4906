import { IconCheck } from '@tabler/icons-react';
import styles from './demo-page.module.css';

/** What a pane is for and what to do in it. */
export interface DemoStepWords {
  title: string;
  text: string;
}

/** The caption over a pane; a done step is ticked. */
export function DemoStep({ number, words, done }: { number: number; words: DemoStepWords; done: boolean }) {
  return (
    <div className={styles.step} data-done={done || undefined}>
      <span className={styles.number}>{done ? <IconCheck size={15} stroke={2.4} aria-label="Done" /> : number}</span>
      <div>
        <p className={styles.title}>{words.title}</p>
        <p className={styles.text}>{words.text}</p>
      </div>
    </div>
  );
}
