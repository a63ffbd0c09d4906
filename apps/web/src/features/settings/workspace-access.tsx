import { Switch } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Workspace } from '../../api.ts';
import { RequireTwoFactorDialog } from './require-two-factor-dialog.tsx';
import { SavedSelect } from './saved-select.tsx';
import styles from './setting-row.module.css';
import { SettingRow } from './setting-row.tsx';
import { useUpdateWorkspace } from './use-update-workspace.ts';
import { unownedViewers } from './workspace-words.ts';

/** Who sees whose deals, and what it takes to get in. */
export function WorkspaceAccess({ workspace, mayChange }: { workspace: Workspace; mayChange: boolean }) {
  const update = useUpdateWorkspace();
  const [asking, ask] = useDisclosure();
  const { floorOpen, unownedVisible, requireTwoFactor } = workspace;
  return (
    <>
      <SettingRow
        label="Reps see each other’s deals"
        text="Otherwise a rep sees the deals they own, share or split. Owners and managers always see the floor."
      >
        <OnOff
          label="Reps see each other’s deals"
          on={floorOpen}
          readOnly={!mayChange}
          onSave={(next) => update.mutate({ floorOpen: next })}
        />
      </SettingRow>
      <SettingRow
        label="Deals nobody owns yet are seen by"
        text="New leads wait here until somebody takes them. A rep who sees one can claim it."
      >
        <SavedSelect
          label="Deals nobody owns yet are seen by"
          value={unownedVisible}
          readOnly={!mayChange}
          options={unownedViewers}
          onSave={(next) => update.mutate({ unownedVisible: next })}
        />
      </SettingRow>
      <SettingRow
        label="Ask everybody for a second factor"
        text="A code from an app beside the one by e-mail, as the FTC Safeguards rule asks of dealers."
      >
        <OnOff
          label="Ask everybody for a second factor"
          on={requireTwoFactor}
          readOnly={!mayChange}
          onSave={(next) => (next ? ask.open() : update.mutate({ requireTwoFactor: false }))}
        />
      </SettingRow>
      {asking ? <RequireTwoFactorDialog onClose={ask.close} /> : null}
    </>
  );
}

interface OnOffProps {
  label: string;
  on: boolean;
  readOnly: boolean;
  onSave: (on: boolean) => void;
}

function OnOff({ label, on, readOnly, onSave }: OnOffProps) {
  if (readOnly) return <span>{on ? 'Yes' : 'No'}</span>;
  return (
    <Switch
      aria-label={label}
      checked={on}
      withThumbIndicator={false}
      classNames={on ? {} : { track: styles.off }}
      onChange={(event) => onSave(event.currentTarget.checked)}
    />
  );
}
