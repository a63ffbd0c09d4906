import {
  IconAddressBook,
  IconBuilding,
  IconBuildingStore,
  IconChartHistogram,
  IconChevronRight,
  IconClipboardList,
  IconLogout,
  IconPlayerPlay,
  IconPlus,
  IconSettings,
  IconTableImport,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signOut, switchWorkspace } from '../features/session/session.ts';
import { useMe } from '../features/session/use-me.ts';
import { trpc } from '../trpc.ts';
import { Page } from '../ui/page.tsx';
import styles from './more-page.module.css';

const places = [
  { to: '/desk-log', label: 'Desk log', icon: IconClipboardList },
  { to: '/contacts', label: 'Contacts', icon: IconAddressBook },
  { to: '/companies', label: 'Companies', icon: IconBuilding },
  { to: '/reports', label: 'Reports', icon: IconChartHistogram },
  { to: '/import', label: 'Import customers', icon: IconTableImport },
  { to: '/settings', label: 'Settings', icon: IconSettings },
] as const;

/** On a phone: the places that have no tab, and who is signed in. */
export function MorePage() {
  const me = useMe();
  return (
    <Page title="More">
      <ul className={styles.list}>
        {places.map(({ to, label, icon: Mark }) => (
          <li key={to}>
            <Link to={to} className={styles.row}>
              <Mark size={20} stroke={1.6} aria-hidden />
              {label}
              <IconChevronRight size={18} className={styles.arrow} aria-hidden />
            </Link>
          </li>
        ))}
        {me.workspace.demo ? (
          <li>
            <Link to="/demo" className={styles.row}>
              <IconPlayerPlay size={20} stroke={1.6} aria-hidden />
              Text and Slack beside the board
              <IconChevronRight size={18} className={styles.arrow} aria-hidden />
            </Link>
          </li>
        ) : null}
        <OtherDealerships here={me.workspace.workspaceId} />
        <li>
          <button type="button" className={styles.row} onClick={() => void signOut()}>
            <IconLogout size={20} stroke={1.6} aria-hidden />
            Sign out {me.name}
          </button>
        </li>
      </ul>
    </Page>
  );
}

/** The way to another dealership of the same person, or to a new one. */
function OtherDealerships({ here }: { here: string }) {
  const workspaces = useQuery(trpc.member.workspaces.queryOptions());
  const others = (workspaces.data?.items ?? []).filter(({ workspaceId }) => workspaceId !== here);
  return (
    <>
      {others.map(({ workspaceId, name }) => (
        <li key={workspaceId}>
          <button type="button" className={styles.row} onClick={() => void switchWorkspace(workspaceId)}>
            <IconBuildingStore size={20} stroke={1.6} aria-hidden />
            Switch to {name}
          </button>
        </li>
      ))}
      <li>
        <a href="/welcome?fresh=true" className={styles.row}>
          <IconPlus size={20} stroke={1.6} aria-hidden />
          New dealership
        </a>
      </li>
    </>
  );
}
