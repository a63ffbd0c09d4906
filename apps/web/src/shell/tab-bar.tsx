import { IconCar, IconDots, IconLayoutKanban, IconMessagePlus, IconSunHigh } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './tab-bar.module.css';

const tabs = [
  { to: '/', label: 'Today', icon: IconSunHigh },
  { to: '/board', label: 'Board', icon: IconLayoutKanban },
  { to: '/log', label: 'Log', icon: IconMessagePlus },
  { to: '/deals', label: 'Deals', icon: IconCar },
  { to: '/more', label: 'More', icon: IconDots },
] as const;

/** The navigation under the thumb, on a phone. */
export function TabBar() {
  return (
    <nav className={styles.bar} aria-label="Main">
      {tabs.map(({ to, label, icon: Mark }) => (
        <Link
          key={to}
          to={to}
          className={styles.tab}
          data-log={to === '/log' || undefined}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <span className={styles.icon}>
            <Mark size={22} stroke={1.7} aria-hidden />
          </span>
          {label}
        </Link>
      ))}
    </nav>
  );
}
