import type { Deal } from '../../api.ts';
import { Initials } from '../../ui/initials.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './deal-view.module.css';

/** Who can see this deal, without having to ask. */
export function DealAccess({ deal: { visibleTo, seenByFloor } }: { deal: Deal }) {
  return (
    <Section title="Who can see it">
      <p>{seenByFloor ? 'Owners and managers, and:' : 'Only:'}</p>
      {visibleTo.length > 0 ? (
        <ul className={styles.people}>
          {visibleTo.map(({ memberId, name, initials }) => (
            <li key={memberId} className={styles.person}>
              <Initials initials={initials} name={name} size={24} />
              <span>{name}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p>nobody else yet.</p>
      )}
    </Section>
  );
}
