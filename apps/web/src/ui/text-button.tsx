import type { ComponentProps } from 'react';
import styles from './text-button.module.css';

/** A quiet action that reads as words. */
export function TextButton(props: ComponentProps<'button'>) {
  return <button type="button" {...props} className={styles.button} />;
}
