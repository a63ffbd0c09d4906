import { IconArrowRight } from '@tabler/icons-react';
import type { Person } from '../../api.ts';
import { roleWords } from '../member/role-words.ts';
import { switchWorkspace } from '../session/session.ts';
import styles from './welcome.module.css';

/** The dealerships this person belongs to already. */
export function Workspaces({ workspaces }: { workspaces: Person['workspaces'] }) {
  return (
    <ul className={styles.invitations}>
      {workspaces.map(({ workspaceId, name, role }) => (
        <li key={workspaceId}>
          <button type="button" className={styles.way} onClick={() => void switchWorkspace(workspaceId)}>
            <span>
              <strong>{name}</strong>
              <span className={styles.sub}>You are {roleWords[role]} here.</span>
            </span>
            <IconArrowRight size={18} stroke={1.6} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
