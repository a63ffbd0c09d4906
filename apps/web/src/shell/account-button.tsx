import { lazy, Suspense, useState } from 'react';
import { useMe } from '../features/session/use-me.ts';
import { Initials } from '../ui/initials.tsx';
import styles from './account-menu.module.css';

const loadMenu = () => import('./account-menu.tsx');
const AccountMenu = lazy(loadMenu);

/** Who is signed in, as two letters; the menu behind it is fetched when somebody reaches for it. */
export function AccountButton() {
  const me = useMe();
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className={styles.target}
      aria-label={`${me.initials}, account of ${me.name}`}
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
    >
      <Initials initials={me.initials} size={28} />
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <AccountMenu target={button} />
    </Suspense>
  ) : (
    button
  );
}
