import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserMinus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { phone } from '../../format/phone.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Initials } from '../../ui/initials.tsx';
import { InlineSelect } from '../../ui/inline-select.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { type Role, roles, rolesFor } from './roles.ts';
import styles from './settings.module.css';

/** The people of the dealership and what they may do. */
export function MemberSettings() {
  const me = useMe();
  const members = useQuery(trpc.member.list.queryOptions({}));
  const [inviting, invite] = useDisclosure();
  const [removing, setRemoving] = useState<Member | null>(null);
  const given = rolesFor(me.role);
  if (members.isPending) return <BoneLines lines={6} height={44} />;
  if (!members.data) return <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />;
  const items = members.data.items;
  return (
    <Section
      title="Members"
      action={given.length > 0 ? <TextButton onClick={invite.open}>Invite somebody</TextButton> : null}
    >
      {given.length === 0 ? (
        <p className={styles.note}>Only owners and managers can invite or remove somebody.</p>
      ) : null}
      <ul>
        {items.map((member) => (
          <MemberRow
            key={member.memberId}
            member={member}
            given={given}
            self={member.memberId === me.memberId}
            onRemove={() => setRemoving(member)}
          />
        ))}
      </ul>
      {inviting ? <InviteDialog given={given} onClose={invite.close} /> : null}
      {removing ? <RemoveMemberDialog member={removing} members={items} onClose={() => setRemoving(null)} /> : null}
    </Section>
  );
}

interface MemberRowProps {
  member: Member;
  given: readonly Role[];
  self: boolean;
  onRemove: () => void;
}

function MemberRow({ member, given, self, onRemove }: MemberRowProps) {
  const { memberId, name, initials, email, role, active, slackUserId } = member;
  const setRole = useMutation(
    trpc.member.setRole.mutationOptions({
      onSuccess: (saved) => offerUndo(`${saved.name} is ${roles[saved.role].toLowerCase()} now`, saved.changeId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.member.list.queryKey() }),
    }),
  );
  const doors = [
    active && member.phone ? `texts from ${phone(member.phone)}` : null,
    active && slackUserId ? 'Slack' : null,
  ]
    .filter(Boolean)
    .join(', ');
  const fixed = self || !active || !given.includes(role);
  return (
    <li className={styles.row} data-member data-off={!active || undefined}>
      <Initials initials={initials} size={30} />
      <div className={styles.main}>
        <p className={`${styles.name} clip`}>
          {name}
          {self ? ' (you)' : ''}
        </p>
        <p className={`${styles.sub} clip`}>{[email, doors].filter(Boolean).join(' · ')}</p>
      </div>
      <span className={styles.side}>
        {active ? (
          <InlineSelect
            label={`Role of ${name}`}
            value={setRole.isPending ? setRole.variables.role : role}
            readOnly={fixed}
            options={Object.entries(roles).filter(([code]) => fixed || given.includes(code as Role))}
            onSave={(next) => setRole.mutate({ memberId, role: next as Role })}
          />
        ) : (
          'Left'
        )}
      </span>
      {given.length > 0 ? (
        <span className={styles.end}>
          {fixed ? null : (
            <ActionIcon aria-label={`Remove ${name}`} title={`Remove ${name}`} onClick={onRemove}>
              <IconUserMinus size={17} stroke={1.6} />
            </ActionIcon>
          )}
        </span>
      ) : null}
    </li>
  );
}
