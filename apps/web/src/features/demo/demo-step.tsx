import { IconCheck } from '@tabler/icons-react';
import { TextButton } from '../../ui/text-button.tsx';
import styles from './demo-page.module.css';

interface DemoStepProps {
  number: number;
  title: string;
  text: string;
  done: boolean;
  /** Where to look once it is done, where panes are tabs. */
  next?: { label: string; go: () => void } | undefined;
}

/** The caption over a pane: what it is for and what to do in it; a done step is ticked. */
export function DemoStep({ number, title, text, done, next }: DemoStepProps) {
  return (
    <div className={styles.step} data-done={done || undefined}>
      <span className={styles.number}>{done ? <IconCheck size={15} stroke={2.4} aria-label="Done" /> : number}</span>
      <div>
        <p className={styles.title}>{title}</p>
        <p className={styles.text}>{text}</p>
        {done && next ? <TextButton onClick={next.go}>{next.label}</TextButton> : null}
      </div>
    </div>
  );
}
