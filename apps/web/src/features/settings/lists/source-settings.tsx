import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { OwnerNames } from '../../member/owner-names.tsx';
import { useMe } from '../../session/use-me.ts';
import styles from '../settings.module.css';
import { placeBeside, step } from '../stage-order.rules.ts';
import { useUpdateWorkspace } from '../use-update-workspace.ts';
import { AddEntry } from './add-entry.tsx';
import { ListRow } from './list-row.tsx';

/** Where customers come from, as a new up offers it. */
export function SourceSettings() {
  const readOnly = useMe().role !== 'owner';
  const sources = useQuery(trpc.deal.sources.queryOptions());
  const update = useUpdateWorkspace('Sources saved');
  if (sources.isPending) return <BoneLines lines={8} height={52} />;
  if (!sources.data) return <ErrorPanel error={sources.error} onRetry={() => void sources.refetch()} />;
  // What was just changed is on the screen before the server has answered.
  const offered = (update.isPending && update.variables.sources) || sources.data.offered;
  const others = sources.data.items.filter((source) => !offered.includes(source));
  const save = (next: string[]) => {
    if (next.join('\n') !== offered.join('\n')) update.mutate({ sources: next });
  };
  return (
    <>
      <Section title="Sources">
        <p className={styles.note}>
          {readOnly ? (
            <>
              Only an owner can change these. Ask <OwnerNames />.
            </>
          ) : (
            'Where customers come from, in the order a new up offers it. Choose a name to change it; deals keep the name they were given.'
          )}
        </p>
        <ol>
          {offered.map((source) => (
            <ListRow
              key={source}
              id={source}
              name={source}
              readOnly={readOnly}
              onRename={(name) => save(offered.map((other) => (other === source ? name : other)))}
              onStep={(by) => save(step(offered, source, by))}
              onDrop={(moved, edge) => save(placeBeside(offered, moved, source, edge))}
              {...(offered.length > 1 ? { onRemove: () => save(offered.filter((other) => other !== source)) } : {})}
            />
          ))}
        </ol>
        {readOnly ? null : (
          <AddEntry
            label="Add source"
            placeholder="Billboard on Route 9"
            taken={offered}
            onAdd={(name) => save([...offered, name])}
          />
        )}
      </Section>
      {others.length > 0 ? (
        <Section title="Not offered, but on deals">
          <ul>
            {others.map((source) => (
              <li key={source} className={styles.row} data-off>
                <span className={styles.main}>{source}</span>
                {readOnly ? null : (
                  <TextButton onClick={() => save([...offered, source])} aria-label={`Offer it: ${source}`}>
                    Offer it
                  </TextButton>
                )}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
