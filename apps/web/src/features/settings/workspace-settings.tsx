import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { fieldProblems } from '../../errors/field-problems.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { textField } from '../../ui/form-fields.ts';
import { Section } from '../../ui/section.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import styles from './settings.module.css';

/** The dealership itself: its name, its clock, and who sees the floor. An owner's to change. */
export function WorkspaceSettings() {
  const mayChange = useMe().role === 'owner';
  const workspace = useQuery(trpc.workspace.get.queryOptions());
  const update = useMutation(
    trpc.workspace.update.mutationOptions({
      onSuccess: (saved) => {
        offerUndo('Saved', saved.changeId);
        void queryClient.invalidateQueries();
      },
    }),
  );
  if (workspace.isPending) return <BoneLines lines={3} />;
  if (!workspace.data) return <ErrorPanel error={workspace.error} onRetry={() => void workspace.refetch()} />;
  const { name, timeZone, floorOpen } = workspace.data;
  const problems = fieldProblems(update.error);
  return (
    <Section title="Dealership">
      <form
        key={`${name}${timeZone}${floorOpen}`}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          const fields = new FormData(event.currentTarget);
          update.mutate({
            name: textField(fields, 'name') ?? name,
            timeZone: textField(fields, 'timeZone') ?? timeZone,
            floorOpen: fields.get('floorOpen') === 'on',
          });
        }}
      >
        <TextInput name="name" label="Name" required disabled={!mayChange} defaultValue={name} error={problems.name} />
        <NativeSelect
          name="timeZone"
          label="Time zone"
          disabled={!mayChange}
          defaultValue={timeZone}
          data={timeZones(timeZone)}
          error={problems.timeZone}
        />
        <Switch
          name="floorOpen"
          label="Reps see each other's deals"
          description="Otherwise a rep sees the deals they own or were given a share of."
          disabled={!mayChange}
          defaultChecked={floorOpen}
        />
        {mayChange ? (
          <div>
            <Button type="submit" loading={update.isPending}>
              Save
            </Button>
          </div>
        ) : (
          <p className={styles.note}>Only an owner can change these.</p>
        )}
      </form>
    </Section>
  );
}

function timeZones(current: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return known.includes(current) ? known : [current, ...known];
}
