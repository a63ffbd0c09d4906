import { Menu } from '@mantine/core';
import { IconCheck, IconPencil, IconPlus, IconTrash, IconUsers } from '@tabler/icons-react';
import { type ComponentProps, type ReactElement, useState } from 'react';
import type { SavedView } from '../../../api.ts';
import { useMayWrite } from '../../session/use-me.ts';
import { type BoardSearch, readBoardSearch } from '../board-search.ts';
import { useRemoveView } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

interface ViewsMenuProps {
  target: ReactElement<ComponentProps<'button'>>;
  views: readonly SavedView[];
  current: SavedView | undefined;
  search: BoardSearch;
  onSearch: (search: BoardSearch) => void;
}

/** One's own views, everybody's, and what can be done with the one that is on. */
export function ViewsMenu({ target, views, current, search, onSearch }: ViewsMenuProps) {
  const mayWrite = useMayWrite();
  const remove = useRemoveView();
  const [editing, setEditing] = useState<'new' | 'current' | null>(null);
  const filtered = Object.values(search).some(Boolean);
  const close = () => setEditing(null);
  const list = (title: string, some: readonly SavedView[]) =>
    some.length > 0 ? (
      <>
        <Menu.Label>{title}</Menu.Label>
        {some.map((view) => (
          <Menu.Item
            key={view.viewId}
            aria-current={view === current || undefined}
            rightSection={view === current ? <IconCheck size={16} aria-hidden /> : null}
            onClick={() => onSearch(readBoardSearch(view.search))}
          >
            {view.name}
          </Menu.Item>
        ))}
      </>
    ) : null;
  return (
    <>
      <Menu defaultOpened position="bottom-start" width={250} withInitialFocusPlaceholder={false}>
        <Menu.Target>{target}</Menu.Target>
        <Menu.Dropdown>
          {list(
            'Yours',
            views.filter(({ shared }) => !shared),
          )}
          {list(
            'Everybody’s',
            views.filter(({ shared }) => shared),
          )}
          {views.length === 0 && !filtered ? <Menu.Label>Filter the board, then save it here.</Menu.Label> : null}
          {mayWrite ? <Menu.Divider /> : null}
          {mayWrite && current?.mayChange ? (
            <>
              <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setEditing('current')}>
                Rename or share…
              </Menu.Item>
              <Menu.Item
                leftSection={<IconTrash size={16} />}
                onClick={() => remove.mutate({ viewId: current.viewId })}
              >
                Remove this view
              </Menu.Item>
            </>
          ) : null}
          {mayWrite && !current ? (
            <Menu.Item leftSection={<IconPlus size={16} />} disabled={!filtered} onClick={() => setEditing('new')}>
              Save these filters…
            </Menu.Item>
          ) : null}
          {mayWrite && current && !current.mayChange ? (
            <Menu.Label>
              <IconUsers size={13} aria-hidden /> Shared by somebody else
            </Menu.Label>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {editing === 'new' ? <ViewDialog view={null} search={search} onClose={close} /> : null}
      {editing === 'current' && current ? <ViewDialog view={current} search={search} onClose={close} /> : null}
    </>
  );
}
