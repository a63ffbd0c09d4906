import { Link, Outlet } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import styles from './settings.module.css';

const sections = [
  { to: '/settings', label: 'Profile' },
  { to: '/settings/workspace', label: 'Dealership' },
  { to: '/settings/pipeline', label: 'Pipeline' },
  { to: '/settings/members', label: 'Members' },
  { to: '/settings/exports', label: 'Exports' },
] as const;

/** The settings, one subject a screen. */
export function SettingsLayout() {
  return (
    <Page title="Settings">
      <div className={styles.layout}>
        <nav aria-label="Settings">
          <ul className={styles.nav}>
            {sections.map(({ to, label }) => (
              <li key={to}>
                <Link to={to} className={styles.link} activeOptions={{ exact: true }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div className={styles.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}
