import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect } from 'react';
import { startLive } from '../live/connection.ts';
import { usePhone } from '../ui/use-phone.ts';
import styles from './app-shell.module.css';
import { Rail } from './rail.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useSavedColorScheme } from './use-saved-color-scheme.ts';

const CommandPalette = lazy(() => import('../features/search/command-palette.tsx'));

/** The frame around every screen of a signed-in person: rail, top bar, content, and on a phone a tab bar. */
export function AppShell() {
  const phone = usePhone();
  const [searching, palette] = useDisclosure();
  useHotkeys([['mod+K', palette.open]], []);
  useEffect(() => startLive(), []);
  useSavedColorScheme();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      {phone ? null : <Rail />}
      <TopBar phone={phone} onSearch={palette.open} />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      {phone ? <TabBar /> : null}
      <Suspense>{searching ? <CommandPalette onClose={palette.close} /> : null}</Suspense>
    </div>
  );
}
