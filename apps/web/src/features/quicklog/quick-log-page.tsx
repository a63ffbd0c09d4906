import { Button } from '@mantine/core';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { useMayLog } from '../session/use-me.ts';
import styles from './quick-log.module.css';
import { QuickLogResult } from './quick-log-result.tsx';
import { useQuickLog } from './use-quick-log.ts';
import { WaitingList } from './waiting/waiting-list.tsx';

const examples = [
  'called maria lopez 8 min, wants the blue tahoe, call back fri 3pm',
  'lm for johnson',
  'appt with priya patel tmrw 10',
  'lopez to write-up',
];

/** The quick-log box as a page, for one thumb. */
export function QuickLogPage() {
  const log = useQuickLog();
  if (!useMayLog()) {
    return (
      <Page title="What happened?">
        <Empty title="You can look, but not log." text="Ask an owner or a manager for another role." />
      </Page>
    );
  }
  return (
    <Page title="What happened?" width="text">
      <form
        className={styles.page}
        onSubmit={(event) => {
          event.preventDefault();
          log.send();
        }}
      >
        <textarea
          className={styles.area}
          aria-label="What happened?"
          placeholder="called Maria 8 min, cb Fri 3"
          maxLength={2000}
          autoCapitalize="sentences"
          enterKeyHint="send"
          value={log.text}
          onChange={(event) => log.type(event.currentTarget.value)}
        />
        <Button type="submit" fullWidth loading={log.busy} disabled={!log.text.trim()}>
          Log it
        </Button>
        <QuickLogResult log={log} />
        <WaitingList />
        {log.text || log.answer ? null : (
          <ul className={styles.examples} aria-label="Examples">
            {examples.map((example) => (
              <li key={example}>
                <button type="button" className={styles.example} onClick={() => log.type(example)}>
                  {example}
                </button>
              </li>
            ))}
          </ul>
        )}
      </form>
    </Page>
  );
}
