import { Link } from '@tanstack/react-router';
import { useNow } from '../clock.ts';
import { useWaitingLogs } from '../features/quicklog/waiting/waiting-logs.ts';
import { useMayLog, useMe } from '../features/session/use-me.ts';
import { due } from '../format/when.ts';
import { useLiveStatus } from '../live/connection.ts';
import { useAsOf } from '../offline/as-of.ts';
import styles from './offline-strip.module.css';

/** One line under the top bar: since when the screen may be old, and what somebody said that is not logged yet. */
export function OfflineStrip() {
  const offline = useLiveStatus() === 'offline';
  const logs = useWaitingLogs();
  const back = logs.filter(({ answer }) => answer).length;
  const waiting = logs.length - back;
  if (!offline && logs.length === 0) return null;
  return (
    <div className={styles.strip} data-offline={offline || undefined} role="status">
      {offline ? <AsOf /> : null}
      {logs.length > 0 ? (
        <Link to="/log" className={styles.link}>
          {back > 0 ? `${count(back)} came back` : `${count(waiting)} to send`}
        </Link>
      ) : (
        <LogLater />
      )}
    </div>
  );
}

function AsOf() {
  const { workspace } = useMe();
  const asOf = useAsOf();
  const now = useNow();
  if (asOf === null) return <span>Read-only.</span>;
  const when = due(new Date(asOf).toISOString(), false, now, workspace.timeZone);
  return <span>{`Read-only, as of ${when.replace(/^today /, '')}.`}</span>;
}

function LogLater() {
  return useMayLog() ? <span>What you log is sent later.</span> : null;
}

function count(logs: number): string {
  return logs === 1 ? '1 log' : `${logs} logs`;
}
