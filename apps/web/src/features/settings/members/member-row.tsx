import { IconBrandSlack, IconDeviceMobile } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { Member } from '../../../api.ts';
import { phone } from '../../../format/phone.ts';
import { queryClient, trpc } from '../../../trpc.ts';
import { Initials } from '../../../ui/initials.tsx';
import { InlineSelect } from '../../../ui/inline-select.tsx';
import { offerUndo } from '../../../undo/offer-undo.tsx';
import { useMe } from '../../session/use-me.ts';
import { type Role, roles, rolesFor } from '../roles.ts';
import settings from '../settings.module.css';
import { MemberMenu } from './member-menu.tsx';
import styles from './members.module.css';

interface MemberRowProps {
  member: Member;
  onRemove: () => void;
  onHandOver: () => void;
}

/** Somebody who works here: who, through which doors, in which role, and what can be done about it. */
export function MemberRow({ member, onRemove, onHandOver }: MemberRowProps) {
  const me = useMe();
  const self = member.memberId === me.memberId;
  const given = rolesFor(me.role);
  const handled = !self && given.includes(member.role);
  return (
    <li className={`${settings.row} ${styles.member}`}>
      <Initials initials={member.initials} size={32} />
      <div className={`${settings.main} ${styles.person}`}>
        <p className={`${settings.name} clip`}>
          {member.name}
          {self ? <span className={styles.you}> you</span> : null}
        </p>
        <p className={`${settings.sub} ${styles.email}`}>{member.email}</p>
      </div>
      <Doors member={member} />
      <span className={styles.role}>
        <RoleChoice member={member} given={given} fixed={!handled} />
      </span>
      {given.length > 0 ? (
        <span className={settings.end}>
          {handled ? <MemberMenu member={member} onRemove={onRemove} onHandOver={onHandOver} /> : null}
        </span>
      ) : null}
    </li>
  );
}

function Doors({ member: { phone: number, slackUserId } }: { member: Member }) {
  return (
    <span className={styles.doors}>
      {number ? (
        <span className={styles.door} title="Texts from this phone are theirs">
          <IconDeviceMobile size={15} stroke={1.7} aria-label="Texts from" />
          {phone(number)}
        </span>
      ) : null}
      {slackUserId ? (
        <span className={styles.door} title="Linked to Slack">
          <IconBrandSlack size={15} stroke={1.7} aria-hidden />
          Slack
        </span>
      ) : null}
    </span>
  );
}

function RoleChoice({ member, given, fixed }: { member: Member; given: readonly Role[]; fixed: boolean }) {
  const { memberId, name, role } = member;
  const setRole = useMutation(
    trpc.member.setRole.mutationOptions({
      onSuccess: (saved) => offerUndo(`${saved.name} is ${roles[saved.role].toLowerCase()} now`, saved.changeId),
      onSettled: () => queryClient.invalidateQueries(trpc.member.list.pathFilter()),
    }),
  );
  return (
    <InlineSelect
      label={`Role of ${name}`}
      value={setRole.isPending ? setRole.variables.role : role}
      readOnly={fixed}
      options={Object.entries(roles).filter(([code]) => fixed || given.includes(code as Role))}
      onSave={(next) => setRole.mutate({ memberId, role: next as Role })}
    />
  );
}
