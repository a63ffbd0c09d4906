import type { ContactHit } from '../../api.ts';
import { phone } from '../../format/phone.ts';
import styles from './add-up.module.css';

interface KnownAlreadyProps {
  hits: readonly ContactHit[];
  onChoose: (hit: ContactHit) => void;
}

/** Customers who fit the name that is being typed: one press checks them in, so that a be-back is not entered twice. */
export function KnownAlready({ hits, onChoose }: KnownAlreadyProps) {
  if (hits.length === 0) return null;
  return (
    <ul className={styles.hits} aria-label="Known already">
      {hits.map((hit) => (
        <li key={hit.contactId}>
          <button type="button" className={styles.hit} onClick={() => onChoose(hit)}>
            <span className="clip">{hit.name}</span>
            <span className={styles.detail}>
              {hit.dealNumber ? `deal ${hit.dealNumber}` : ''}
              {hit.dealNumber && hit.phone ? ', ' : ''}
              {hit.phone ? phone(hit.phone) : ''}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
