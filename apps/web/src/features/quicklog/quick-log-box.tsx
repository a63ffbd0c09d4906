import { Kbd } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import styles from './quick-log.module.css';
import { QuickLogResult } from './quick-log-result.tsx';
import { useQuickLog } from './use-quick-log.ts';

/** The one box that is always there: type what happened the way one would text it. */
export function QuickLogBox() {
  const log = useQuickLog();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const box = useClickOutside<HTMLFormElement>(() => setOpen(false));
  useShortcuts({ l: () => input.current?.focus() });
  const leave = () => {
    log.forget();
    setOpen(false);
    input.current?.blur();
  };
  return (
    <form
      ref={box}
      className={styles.box}
      onSubmit={(event) => {
        event.preventDefault();
        log.send();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        leave();
      }}
    >
      <input
        ref={input}
        className={styles.input}
        aria-label="What happened?"
        placeholder="What happened? e.g. called Maria 8 min, cb Fri 3"
        autoComplete="off"
        enterKeyHint="send"
        maxLength={2000}
        value={log.text}
        onFocus={() => setOpen(true)}
        onChange={(event) => log.type(event.currentTarget.value)}
      />
      <Kbd className={styles.key}>{log.text ? '↵' : 'L'}</Kbd>
      {open ? <QuickLogResult log={log} floating /> : null}
    </form>
  );
}
