import { DoorMark } from '../../ui/door-mark.tsx';
import { useMembers } from '../member/use-members.ts';
import styles from './deal-card.module.css';

/** For a moment after somebody else moved a card: their initials and the door they came through. */
export function MoverBadge({ memberId, door }: { memberId: string; door: string }) {
  const member = useMembers().get(memberId);
  return (
    <span className={styles.mover} title={member?.name}>
      {member?.initials}
      <DoorMark door={door} size={12} />
    </span>
  );
}
