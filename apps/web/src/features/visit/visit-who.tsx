import { Link } from '@tanstack/react-router';
import type { Visit } from '../../api.ts';
import styles from './visit-who.module.css';
import { visitKinds } from './visit-words.ts';

/** The customer of a visit, leading to the deal, and how they came: a be-back, by appointment. */
export function VisitWho({ visit }: { visit: Visit }) {
  const kind = visitKinds[visit.kind];
  return (
    <span className={styles.who}>
      <Link
        to="/deals/$deal"
        params={{ deal: visit.dealId }}
        className={`${styles.name} clip`}
        title={visit.contactName}
      >
        {visit.contactName}
      </Link>
      {kind ? (
        <span className={styles.kind} data-kind={visit.kind}>
          {kind}
        </span>
      ) : null}
    </span>
  );
}
