import { useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Section } from '../../../ui/section.tsx';
import { OwnerNames } from '../../member/owner-names.tsx';
import { useMe } from '../../session/use-me.ts';
import styles from '../settings.module.css';
import { useUpdateWorkspace } from '../use-update-workspace.ts';
import { AddEntry } from './add-entry.tsx';
import { LostReasonList } from './lost-reason-list.tsx';
import { reasonNamed, type SavedReason, saved } from './lost-reasons.rules.ts';

/** Why deals are lost, and which were never customers at all. */
export function LostReasonSettings() {
  const readOnly = useMe().role !== 'owner';
  const reasons = useQuery(trpc.deal.lostReasons.queryOptions());
  const update = useUpdateWorkspace('Lost reasons saved');
  if (reasons.isPending) return <BoneLines lines={12} height={52} />;
  if (!reasons.data) return <ErrorPanel error={reasons.error} onRetry={() => void reasons.refetch()} />;
  // What was just changed is on the screen before the server has answered.
  const items = (update.isPending && update.variables.lostReasons) || saved(reasons.data.items);
  const save = (lostReasons: SavedReason[]) => update.mutate({ lostReasons });
  const add = (name: string, bad: boolean) => save([...items, reasonNamed(name, bad, items)]);
  const taken = items.map(({ name }) => name);
  const list = { items, readOnly, onSave: save };
  return (
    <>
      <Section title="Lost">
        <p className={styles.note}>
          {readOnly ? (
            <>
              Only an owner can change these. Ask <OwnerNames />.
            </>
          ) : (
            'One is asked for whenever a deal is lost, in this order. Choose a name to change it.'
          )}
        </p>
        <LostReasonList {...list} bad={false} />
        {readOnly ? null : (
          <AddEntry label="Add reason" placeholder="Moved away" taken={taken} onAdd={(name) => add(name, false)} />
        )}
      </Section>
      <Section title="Bad, not lost">
        <p className={styles.note}>
          Never a customer: these are kept out of closing ratios and show rates, so that spam makes nobody look bad.
        </p>
        <LostReasonList {...list} bad={true} />
        {readOnly ? null : (
          <AddEntry label="Add bad reason" placeholder="Test entry" taken={taken} onAdd={(name) => add(name, true)} />
        )}
      </Section>
    </>
  );
}
