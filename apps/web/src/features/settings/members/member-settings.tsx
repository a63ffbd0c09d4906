import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Member } from '../../../api.ts';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { OwnerNames } from '../../member/owner-names.tsx';
import { useMe } from '../../session/use-me.ts';
import { rolesFor } from '../roles.ts';
import styles from '../settings.module.css';
import { FormerMembers } from './former-members.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { Invitations } from './invitations.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberRow } from './member-row.tsx';
import { RemoveMemberDialog } from './remove-member-dialog.tsx';
import { RoleGuide } from './role-guide.tsx';

type Dialog =
  | { open: 'invite'; known?: Member }
  | { open: 'remove'; member: Member }
  | { open: 'handOver'; member: Member }
  | null;

/** The people of the dealership: who works here, in which role, and who was asked to. */
export function MemberSettings() {
  const me = useMe();
  const members = useQuery(trpc.member.list.queryOptions({ limit: 200 }));
  const [dialog, setDialog] = useState<Dialog>(null);
  const given = rolesFor(me.role);
  if (members.isPending) return <BoneLines lines={6} height={52} />;
  if (!members.data) return <ErrorPanel error={members.error} onRetry={() => void members.refetch()} />;
  const items = members.data.items;
  const close = () => setDialog(null);
  const invite = (known?: Member) => setDialog({ open: 'invite', ...(known ? { known } : {}) });
  return (
    <>
      <Section
        title="Members"
        action={given.length > 0 ? <TextButton onClick={() => invite()}>Invite somebody</TextButton> : null}
      >
        {given.length === 0 ? (
          <p className={styles.note}>
            Owners and managers invite and remove people. Ask <OwnerNames />.
          </p>
        ) : null}
        <ul>
          {items
            .filter(({ active }) => active)
            .map((member) => (
              <MemberRow
                key={member.memberId}
                member={member}
                onRemove={() => setDialog({ open: 'remove', member })}
                onHandOver={() => setDialog({ open: 'handOver', member })}
              />
            ))}
        </ul>
        <RoleGuide />
      </Section>
      {given.length > 0 ? <Invitations given={given} /> : null}
      <FormerMembers members={items.filter(({ active }) => !active)} given={given} onInvite={invite} />
      {dialog?.open === 'invite' ? <InviteDialog given={given} known={dialog.known} onClose={close} /> : null}
      {dialog?.open === 'remove' ? <RemoveMemberDialog member={dialog.member} members={items} onClose={close} /> : null}
      {dialog?.open === 'handOver' ? <HandOverDialog member={dialog.member} onClose={close} /> : null}
    </>
  );
}
