import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { trpc } from '../../trpc.ts';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from './import.module.css';
import { statusWords } from './import-words.ts';

/** What was imported before; each can still be looked at and taken back. */
export function PastImports() {
  const imports = useQuery(trpc.import.list.queryOptions({}));
  const items = (imports.data?.items ?? []).filter(({ status }) => status !== 'previewed');
  if (items.length === 0) return null;
  return (
    <Section title="Earlier imports">
      <ul>
        {items.map((run) => (
          <li key={run.importId}>
            <Link to="/import/$import" params={{ import: run.importId }} className={styles.past}>
              <span className="clip">{run.fileName}</span>
              <span className={styles.sub}>
                {statusWords[run.status]}, {run.memberName}, <When at={run.createdAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
