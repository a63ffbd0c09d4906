import { Link } from '@tanstack/react-router';
import { destinations } from './destinations.ts';
import styles from './rail.module.css';

/** The narrow navigation on the left of a desk screen. */
export function Rail() {
  return (
    <nav className={styles.rail} aria-label="Main">
      <Link to="/" className={styles.mark} aria-label="Beback, Today">
        <img src="/icon.svg" alt="" width={28} height={28} />
      </Link>
      <ul className={styles.list}>
        {destinations.map(({ to, label, icon: Mark }) => (
          <li key={to} data-last={to === '/settings' || undefined}>
            <Link to={to} className={styles.link} activeOptions={{ exact: to === '/', includeSearch: false }}>
              <Mark size={20} stroke={1.6} aria-hidden />
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
