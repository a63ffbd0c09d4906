import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { When } from '../../ui/when.tsx';
import styles from './import.module.css';
import { statusWords } from './import-words.ts';

/** What was imported before; each can still be looked at and taken back. */
export function PastImports() {
  const imports = useQuery(trpc.import.list.queryOptions({}));
  if (imports.isPending) return <BoneLines lines={3} height={44} />;
  if (!imports.data) return <ErrorPanel error={imports.error} onRetry={() => void imports.refetch()} />;
  const { items } = imports.data;
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
