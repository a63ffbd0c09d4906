import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Section } from '../../ui/section.tsx';
import { OwnerNames } from '../member/owner-names.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './settings.module.css';
import { WorkspaceAccess } from './workspace-access.tsx';
import { WorkspaceFacts } from './workspace-facts.tsx';

/** The dealership itself: what it is, and who sees what in it. An owner's to change, each setting where it stands. */
export function WorkspaceSettings() {
  const mayChange = useMe().role === 'owner';
  const workspace = useQuery(trpc.workspace.get.queryOptions());
  if (workspace.isPending) return <BoneLines lines={8} height={52} />;
  if (!workspace.data) return <ErrorPanel error={workspace.error} onRetry={() => void workspace.refetch()} />;
  return (
    <>
      <Section title="Dealership">
        {mayChange ? null : (
          <p className={styles.note}>
            Only an owner can change these. Ask <OwnerNames />.
          </p>
        )}
        <WorkspaceFacts workspace={workspace.data} mayChange={mayChange} />
      </Section>
      <Section title="Who sees what">
        <WorkspaceAccess workspace={workspace.data} mayChange={mayChange} />
      </Section>
    </>
  );
}
