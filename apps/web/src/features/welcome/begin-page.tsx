import { useDisclosure } from '@mantine/hooks';
import { IconArrowRight, IconLayoutKanban, IconTableImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Doorway } from '../../shell/doorway.tsx';
import { NewDealDialog } from '../deal/new-deal.ts';
import { useMe } from '../session/use-me.ts';
import styles from './welcome.module.css';

/** A dealership with an empty board: three ways to put something on it. */
export function BeginPage({ demo }: { demo: boolean }) {
  const { workspace } = useMe();
  const [adding, dialog] = useDisclosure();
  return (
    <Doorway
      wide
      title={`${workspace.name} is open`}
      lead="The board is empty. How would you like to begin?"
      foot={<Link to="/board">Go to the empty board</Link>}
    >
      <ul className={styles.ways}>
        <li>
          <button type="button" className={styles.way} onClick={dialog.open}>
            <IconUserPlus size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>Add a first up</strong>
              <span className={styles.sub}>Somebody is on the lot now: a name is enough.</span>
            </span>
            <IconArrowRight size={18} stroke={1.6} aria-hidden />
          </button>
        </li>
        <li>
          <Link to="/import" className={styles.way}>
            <IconTableImport size={22} stroke={1.6} aria-hidden />
            <span>
              <strong>Import a file</strong>
              <span className={styles.sub}>
                Customers and deals from a spreadsheet or another CRM. Can be taken back.
              </span>
            </span>
            <IconArrowRight size={18} stroke={1.6} aria-hidden />
          </Link>
        </li>
        {demo ? (
          <li>
            <a href="/demo" className={styles.way}>
              <IconLayoutKanban size={22} stroke={1.6} aria-hidden />
              <span>
                <strong>Try the demo data</strong>
                <span className={styles.sub}>
                  A full floor at Northside Motors. It signs you in as its manager; your own dealership stays as it is.
                </span>
              </span>
              <IconArrowRight size={18} stroke={1.6} aria-hidden />
            </a>
          </li>
        ) : null}
      </ul>
      <Suspense>{adding ? <NewDealDialog onClose={dialog.close} /> : null}</Suspense>
    </Doorway>
  );
}
