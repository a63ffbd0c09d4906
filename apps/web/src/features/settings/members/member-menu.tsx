import { ActionIcon, Menu } from '@mantine/core';
import { IconBrandSlack, IconCrown, IconDeviceMobileOff, IconDots, IconUserMinus } from '@tabler/icons-react';
import type { Member } from '../../../api.ts';
import { useMe } from '../../session/use-me.ts';
import { useUnlink } from './use-unlink.ts';

interface MemberMenuProps {
  member: Member;
  onRemove: () => void;
  onHandOver: () => void;
}

/** What else can be done about somebody. */
export function MemberMenu({ member, onRemove, onHandOver }: MemberMenuProps) {
  const { role } = useMe();
  const unlink = useUnlink(member);
  const { name } = member;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={`More about ${name}`} title={`More about ${name}`}>
          <IconDots size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {member.phone ? (
          <Menu.Item leftSection={<IconDeviceMobileOff size={16} />} onClick={() => unlink('phone')}>
            Unlink their phone
          </Menu.Item>
        ) : null}
        {member.slackUserId ? (
          <Menu.Item leftSection={<IconBrandSlack size={16} />} onClick={() => unlink('slack')}>
            Unlink their Slack
          </Menu.Item>
        ) : null}
        {role === 'owner' ? (
          <Menu.Item leftSection={<IconCrown size={16} />} onClick={onHandOver}>
            Hand the dealership over…
          </Menu.Item>
        ) : null}
        <Menu.Divider />
        <Menu.Item leftSection={<IconUserMinus size={16} />} onClick={onRemove}>
          Remove {name}…
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
