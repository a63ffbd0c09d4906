import { Menu } from '@mantine/core';
import { IconCheck, IconLogout, IconUser } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ComponentProps, ReactElement } from 'react';
import { signOut, switchWorkspace } from '../features/session/session.ts';
import { useMe } from '../features/session/use-me.ts';
import { trpc } from '../trpc.ts';
import styles from './account-menu.module.css';

/** Who is signed in and where: profile, other workspaces, sign out. */
export default function AccountMenu({ target }: { target: ReactElement<ComponentProps<'button'>> }) {
  const me = useMe();
  const workspaces = useQuery(trpc.member.workspaces.queryOptions());
  const others = workspaces.data?.items ?? [];
  return (
    <Menu defaultOpened position="bottom-end" width={240}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown>
        <div className={styles.who}>
          <div className={`${styles.name} clip`}>{me.name}</div>
          <div className={`${styles.place} clip`}>{me.workspace.name}</div>
        </div>
        {others.length > 1 ? <Menu.Label>Dealerships</Menu.Label> : null}
        {others.length > 1
          ? others.map((workspace) => (
              <Menu.Item
                key={workspace.workspaceId}
                onClick={() => void switchWorkspace(workspace.workspaceId)}
                rightSection={workspace.workspaceId === me.workspace.workspaceId ? <IconCheck size={16} /> : null}
              >
                {workspace.name}
              </Menu.Item>
            ))
          : null}
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
