import type { Member } from '../../../api.ts';
import { Initials } from '../../../ui/initials.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { type Role, roles } from '../roles.ts';
import settings from '../settings.module.css';
import styles from './members.module.css';

interface FormerMembersProps {
  members: readonly Member[];
  given: readonly Role[];
  onInvite: (member: Member) => void;
}

/** Who left: their names stay in the history, and they can be asked back. */
export function FormerMembers({ members, given, onInvite }: FormerMembersProps) {
  if (members.length === 0) return null;
  return (
    <details className={styles.former}>
      <summary>Former members ({members.length})</summary>
      <ul>
        {members.map((member) => (
          <li key={member.memberId} className={settings.row} data-off>
            <Initials initials={member.initials} size={32} />
            <div className={settings.main}>
              <p className="clip">{member.name}</p>
              <p className={`${settings.sub} clip`}>
                {member.email}, was {roles[member.role].toLowerCase()}
              </p>
            </div>
            {given.includes(member.role) ? (
              <TextButton onClick={() => onInvite(member)} aria-label={`Invite again: ${member.name}`}>
                Invite again
              </TextButton>
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
