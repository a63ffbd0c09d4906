import { Menu } from '@mantine/core';
import { IconCheck, IconLogout, IconPlus, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactElement } from 'react';
import { signOut, switchWorkspace } from '../features/session/session.ts';
import { useMe } from '../features/session/use-me.ts';
import { trpc } from '../trpc.ts';
import styles from './account-menu.module.css';

/** Who is signed in and where: profile, other dealerships, sign out. */
export default function AccountMenu({ target }: { target: ReactElement<ComponentProps<'button'>> }) {
  const me = useMe();
  const workspaces = useQuery(trpc.member.workspaces.queryOptions());
  const { workspaceId: here, name } = me.workspace;
  const others = (workspaces.data?.items ?? []).filter(({ workspaceId }) => workspaceId !== here);
  return (
    <Menu defaultOpened withinPortal={false} position="bottom-end" width={256} withInitialFocusPlaceholder={false}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <div className={`${styles.name} clip`}>{me.name}</div>
          <div className={`${styles.place} clip`}>{me.email}</div>
        </div>
        <Menu.Divider />
        <Menu.Label>Dealerships</Menu.Label>
        <Menu.Item aria-current="true" rightSection={<IconCheck size={16} aria-hidden />}>
          <span className={styles.current}>{name}</span>
        </Menu.Item>
        {others.map((workspace) => (
          <Menu.Item key={workspace.workspaceId} onClick={() => void switchWorkspace(workspace.workspaceId)}>
            {workspace.name}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconPlus size={16} />} component="a" href="/welcome?fresh=true">
          New dealership…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser size={16} />} component={Link} to="/settings">
          Profile and settings
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          Sign out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
