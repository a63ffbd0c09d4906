import { roleDuties, roles } from '../roles.ts';
import styles from './members.module.css';

/** What each role may do, for who asks. */
export function RoleGuide() {
  return (
    <details className={styles.guide}>
      <summary>What each role may do</summary>
      <dl className={styles.duties}>
        {Object.entries(roles).map(([role, name]) => (
          <div key={role} className={styles.duty}>
            <dt>{name}</dt>
            <dd>{roleDuties[role as keyof typeof roleDuties]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
