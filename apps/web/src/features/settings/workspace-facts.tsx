import type { Workspace } from '../../api.ts';
import { SavedSelect } from './saved-select.tsx';
import { SavedText } from './saved-text.tsx';
import { SettingRow } from './setting-row.tsx';
import { useUpdateWorkspace } from './use-update-workspace.ts';
import { currencies, noShowChoices, sells, timeZoneChoices } from './workspace-words.ts';

interface WorkspacePartProps {
  workspace: Workspace;
  mayChange: boolean;
}

/** What the dealership is called, where it is, what it sells, and when an appointment counts as missed. */
export function WorkspaceFacts({ workspace, mayChange }: WorkspacePartProps) {
  const update = useUpdateWorkspace();
  const { name, timeZone, currency, noShowMinutes } = workspace;
  const readOnly = !mayChange;
  return (
    <>
      <SettingRow label="Name" text="What customers read in a mail, and colleagues in an invitation.">
        <SavedText label="Name" value={name} readOnly={readOnly} onSave={(next) => update.mutate({ name: next })} />
      </SettingRow>
      <SettingRow label="Time zone" text="Days, “tomorrow 3 pm” and reports follow it.">
        <SavedSelect
          label="Time zone"
          value={timeZone}
          readOnly={readOnly}
          options={timeZoneChoices(timeZone)}
          onSave={(next) => update.mutate({ timeZone: next })}
        />
      </SettingRow>
      <SettingRow label="Currency" text="For new deals. A deal keeps the currency it was made in.">
        <SavedSelect
          label="Currency"
          value={currency}
          readOnly={readOnly}
          options={currencies(currency)}
          onSave={(next) => update.mutate({ currency: next })}
        />
      </SettingRow>
      <SettingRow label="What you sell">
        <SavedSelect
          label="What you sell"
          value={workspace.sells}
          readOnly={readOnly}
          options={sells}
          onSave={(next) => update.mutate({ sells: next })}
        />
      </SettingRow>
      <SettingRow
        label="No-show after"
        text="An appointment nobody came to is marked by itself this long after its time. It turns back when they check in later that day."
      >
        <SavedSelect
          label="No-show after"
          value={String(noShowMinutes)}
          readOnly={readOnly}
          options={noShowChoices(noShowMinutes)}
          onSave={(next) => update.mutate({ noShowMinutes: Number(next) })}
        />
      </SettingRow>
    </>
  );
}
