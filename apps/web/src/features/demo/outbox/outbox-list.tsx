import { IconBrandSlack, IconDeviceMobile, IconMail } from '@tabler/icons-react';
import { When } from '../../../ui/when.tsx';
import type { OutboxEntry } from '../demo-requests.ts';
import styles from './outbox-list.module.css';

const marks = {
  sms: { icon: IconDeviceMobile, label: 'Text' },
  slack: { icon: IconBrandSlack, label: 'Slack' },
  email: { icon: IconMail, label: 'E-mail' },
};

const shown = 100;

interface OutboxListProps {
  entries: readonly OutboxEntry[];
  receiver: (entry: OutboxEntry) => string;
}

/** What Beback would have sent, newest first. Takes the entries oldest first. */
export function OutboxList({ entries, receiver }: OutboxListProps) {
  const newest = entries.slice(-shown).toReversed();
  return (
    <section className={styles.outbox} aria-labelledby="demo-outbox">
      <header className={styles.head}>
        <h2 id="demo-outbox">Outbox</h2>
        <p>Everything Beback would have sent. Here nothing leaves the machine.</p>
      </header>
      {newest.length === 0 ? (
        <p className={styles.empty}>Nothing yet. Tap a message on the phone and its answer shows up here.</p>
      ) : (
        <ol className={styles.list}>
          {newest.map((entry) => (
            <li key={`${entry.channel}${entry.id}`}>
              <details className={styles.entry}>
                <summary>
                  <Channel channel={entry.channel} />
                  <span className={`${styles.to} clip`}>{receiver(entry)}</span>
                  <span className={`${styles.body} clip`}>{entry.subject ?? entry.body}</span>
                  <span className={styles.when}>
                    <When at={entry.at} />
                  </span>
                </summary>
                <p className={styles.whole}>{entry.body}</p>
              </details>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Channel({ channel }: { channel: OutboxEntry['channel'] }) {
  const { icon: Mark, label } = marks[channel];
  return (
    <span className={styles.channel}>
      <Mark size={15} stroke={1.7} aria-hidden />
      {label}
    </span>
  );
}
