import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Page } from '../../ui/page.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './settings-layout.module.css';
import { placeOf, settingsFor } from './settings-places.ts';

/** The settings, one subject a screen; where there is no room beside it, the list of subjects folds into one button. */
export function SettingsLayout() {
  const { role } = useMe();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [open, menu] = useDisclosure();
  return (
    <Page title="Settings">
      <div className={styles.layout}>
        <nav aria-label="Settings" className={styles.side}>
          <button type="button" className={styles.fold} aria-expanded={open} onClick={menu.toggle}>
            {placeOf(path)?.label ?? 'Settings'}
            <IconChevronDown size={16} stroke={1.8} aria-hidden />
          </button>
          <div className={styles.groups} data-open={open || undefined}>
            {settingsFor(role).map(({ title, places }) => (
              <section key={title} className={styles.group} aria-label={title}>
                <p className={styles.title} aria-hidden>
                  {title}
                </p>
                <ul className={styles.list}>
                  {places.map(({ to, label }) => (
                    <li key={to}>
                      <Link to={to} className={styles.link} activeOptions={activeOptions} onClick={menu.close}>
                        {label}
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
          </div>
        </nav>
        <div className={styles.content}>
          <Outlet />
        </div>
      </div>
    </Page>
  );
}

const activeOptions = { exact: true, includeSearch: false };
