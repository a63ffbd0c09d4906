import { useHotkeys } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useSendWaiting } from '../features/quicklog/waiting/send-waiting.ts';
import { useLive } from '../features/session/use-me.ts';
import { useGlobalShortcuts } from '../features/shortcuts/use-global-shortcuts.ts';
import { keepReads } from '../offline/kept-reads.ts';
import { usePhone } from '../ui/use-phone.ts';
import styles from './app-shell.module.css';
import { OfflineStrip } from './offline-strip.tsx';
import { Rail } from './rail.tsx';
import { TabBar } from './tab-bar.tsx';
import { TopBar } from './top-bar.tsx';
import { useSavedColorScheme } from './use-saved-color-scheme.ts';

const PaletteHost = lazy(() => import('../features/search/palette-host.tsx'));

/** The frame around every screen of a signed-in person: rail, top bar, content, and on a phone a tab bar. */
export function AppShell() {
  const phone = usePhone();
  const [palette, setPalette] = useState<{ start: 'search' | 'keys'; at: number } | null>(null);
  const open = (start: 'search' | 'keys') => setPalette({ start, at: Date.now() });
  useHotkeys([['mod+K', () => open('search')]], []);
  useGlobalShortcuts({ keys: () => open('keys'), search: () => open('search') });
  useLive();
  useEffect(() => keepReads(), []);
  useSendWaiting();
  useSavedColorScheme();
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to content
      </a>
      {phone ? null : <Rail />}
      <TopBar phone={phone} onSearch={() => open('search')} />
      <OfflineStrip />
      <main id="content" className={styles.content} tabIndex={-1}>
        <Outlet />
      </main>
      {phone ? <TabBar /> : null}
      <Suspense>
        {palette ? <PaletteHost key={palette.at} start={palette.start} onClose={() => setPalette(null)} /> : null}
      </Suspense>
    </div>
  );
}
