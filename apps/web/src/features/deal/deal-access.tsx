import { useDisclosure } from '@mantine/hooks';
import type { Deal } from '../../api.ts';
import { Initials } from '../../ui/initials.tsx';
import { Section } from '../../ui/section.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';
import styles from './deal-access.module.css';
import { onTheFloor, type Viewer, viewersOf } from './deal-access.rules.ts';
import { ShareDialog } from './share-dialog.tsx';
import { useUnshare } from './use-share.ts';

const listed = new Intl.ListFormat('en-US');

/** Who can see this deal, by name, and why: nobody should have to ask. */
export function DealAccess({ deal }: { deal: Deal }) {
  const { role, workspace } = useMe();
  const members = [...useMembers().values()];
  const [sharing, share] = useDisclosure();
  const manages = role === 'owner' || role === 'manager';
  const viewers = viewersOf(deal);
  const floor = onTheFloor(members, workspace.floorOpen).filter(
    ({ memberId }) => !viewers.some((viewer) => viewer.memberId === memberId),
  );
  return (
    <Section
      title="Who can see it"
      action={manages ? <TextButton onClick={share.open}>Share or split</TextButton> : null}
    >
      {viewers.length > 0 ? (
        <ul>
          {viewers.map((viewer) => (
            <ViewerRow key={viewer.memberId} dealId={deal.dealId} viewer={viewer} mayEnd={manages && viewer.shared} />
          ))}
        </ul>
      ) : (
        <p>{floor.length > 0 ? 'Nobody but the floor.' : 'Nobody else yet.'}</p>
      )}
      {floor.length > 0 ? (
        <p className={styles.floor}>
          {workspace.floorOpen ? 'Open to all: ' : 'The floor: '}
          {listed.format(floor.map(({ name }) => name))}.
        </p>
      ) : null}
      {sharing ? <ShareDialog deal={deal} onClose={share.close} /> : null}
    </Section>
  );
}

function ViewerRow({ dealId, viewer, mayEnd }: { dealId: string; viewer: Viewer; mayEnd: boolean }) {
  const unshare = useUnshare();
  const { memberId, name, initials, why } = viewer;
  return (
    <li className={styles.person}>
      <Initials initials={initials} size={24} />
      <span className={`${styles.name} clip`}>{name}</span>
      <span className={styles.why}>{why}</span>
      {mayEnd ? (
        <TextButton
          disabled={unshare.isPending}
          aria-label={`Stop sharing with ${name}`}
          onClick={() => unshare.mutate({ dealId, memberId })}
        >
          Stop
        </TextButton>
      ) : null}
    </li>
  );
}
