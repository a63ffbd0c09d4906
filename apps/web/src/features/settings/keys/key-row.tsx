import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ApiKey } from '../../../api.ts';
import { serverNow } from '../../../clock.ts';
import { relative } from '../../../format/when.ts';
import { When } from '../../../ui/when.tsx';
import { useMe } from '../../session/use-me.ts';
import settings from '../settings.module.css';
import styles from './keys.module.css';

const scopes = { read: 'Read', write: 'Read and write' };

/** One key: what it is for, what it may, as whom, and when it was last used. */
export function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke: () => void }) {
  const { name, prefix, scope, member, createdBy, lastUsedAt, lastUsedFrom } = apiKey;
  const ended = useEnd(apiKey);
  return (
    <li className={`${settings.row} ${styles.key}`} data-off={ended.over || undefined}>
      <div className={settings.main}>
        <p className={settings.name}>
          {name} <code className={styles.prefix}>{prefix}…</code>
        </p>
        <p className={settings.sub}>
          {scopes[scope]} as {member.name}
          {createdBy.memberId === member.memberId ? '' : `, made by ${createdBy.name}`} · {ended.words}
        </p>
      </div>
      <div className={styles.used}>
        {lastUsedAt ? (
          <>
            Used <When at={lastUsedAt} />
            {lastUsedFrom ? <span className={styles.from}>from {lastUsedFrom}</span> : null}
          </>
        ) : (
          'Never used'
        )}
      </div>
      <span className={settings.end}>
        {ended.over ? null : (
          <ActionIcon aria-label={`Revoke ${name}`} title={`Revoke ${name}`} onClick={onRevoke}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}

function useEnd({ revokedAt, expiresAt }: ApiKey): { over: boolean; words: string } {
  const { timeZone } = useMe().workspace;
  const now = serverNow();
  const when = (at: string) => relative(at, now, timeZone);
  if (revokedAt) return { over: true, words: `revoked ${when(revokedAt)}` };
  if (!expiresAt) return { over: false, words: 'does not expire' };
  const over = Date.parse(expiresAt) <= now;
  return { over, words: `${over ? 'expired' : 'expires'} ${when(expiresAt)}` };
}
