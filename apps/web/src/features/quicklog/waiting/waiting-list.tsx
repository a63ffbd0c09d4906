import { useState } from 'react';
import { useNow } from '../../../clock.ts';
import { relative } from '../../../format/when.ts';
import { useMe } from '../../session/use-me.ts';
import { CameBack } from './came-back.tsx';
import { RewordForm } from './reword-form.tsx';
import type { WaitingLog } from './waiting.rules.ts';
import styles from './waiting-list.module.css';
import { dropLog, useWaitingLogs } from './waiting-logs.ts';

/** What was said without a connection: what waits to be sent, and what came back as a question or a refusal. */
export function WaitingList() {
  const logs = useWaitingLogs();
  const back = logs.filter(({ answer }) => answer);
  const waiting = logs.filter(({ answer }) => !answer);
  if (logs.length === 0) return null;
  return (
    <div className={styles.lists}>
      <Part title="Came back to you" logs={back} />
      <Part title="Waiting to be sent" logs={waiting} />
    </div>
  );
}

function Part({ title, logs }: { title: string; logs: WaitingLog[] }) {
  if (logs.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{`${title} (${logs.length})`}</h2>
      <ul>
        {logs.map((log) => (
          <Row key={log.messageId} log={log} />
        ))}
      </ul>
    </section>
  );
}

function Row({ log }: { log: WaitingLog }) {
  const [editing, setEditing] = useState(false);
  const { workspace } = useMe();
  const now = useNow();
  if (editing) return <RewordForm log={log} onDone={() => setEditing(false)} />;
  return (
    <li className={styles.row}>
      <p className={styles.text}>{log.text}</p>
      <div className={styles.foot}>
        <time dateTime={log.typedAt} className={styles.when}>
          typed {relative(log.typedAt, now, workspace.timeZone)}
        </time>
        <button type="button" className={styles.action} onClick={() => setEditing(true)}>
          Edit
        </button>
        <button type="button" className={styles.action} onClick={() => void dropLog(log.messageId)}>
          Delete
        </button>
      </div>
      {log.answer ? <CameBack log={log} answer={log.answer} /> : null}
    </li>
  );
}
