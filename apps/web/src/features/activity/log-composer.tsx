import { type RefObject, useRef, useState } from 'react';
import { dealKeys } from '../shortcuts/all-shortcuts.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { ComposerForm } from './composer-form.tsx';
import { type LogAction, logActions } from './log-actions.ts';
import styles from './log-composer.module.css';

/** Everything one can add to a deal, one tap or one letter away; the form opens in place, and the focus comes back. */
export function LogComposer({ dealId, contactId }: { dealId?: string; contactId: string }) {
  const [action, setAction] = useState<LogAction | null>(null);
  const buttons = useRef<HTMLFieldSetElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const offered = logActions.filter(([code]) => dealId || code !== 'appointment');
  const open = (code: LogAction) => {
    cameFrom.current = focused() ?? buttonOf(buttons, code);
    setAction(code);
  };
  const close = () => {
    setAction(null);
    const back = cameFrom.current;
    (back?.isConnected ? back : buttonOf(buttons, action))?.focus();
  };
  useShortcuts(
    Object.fromEntries(
      dealKeys
        .filter(({ action }) => offered.some(([code]) => code === action))
        .map((k) => [k.key, () => open(k.action)]),
    ),
  );
  return (
    <div className={styles.composer}>
      <fieldset ref={buttons} className={styles.actions}>
        <legend className="unseen">Add to what happened</legend>
        {offered.map(([code, label]) => (
          <button
            key={code}
            type="button"
            className={styles.action}
            data-action={code}
            aria-pressed={action === code}
            aria-keyshortcuts={keyOf(code)}
            title={`${label} (${keyOf(code)?.toUpperCase()})`}
            onClick={() => (action === code ? close() : open(code))}
          >
            {label}
          </button>
        ))}
      </fieldset>
      {action ? <ComposerForm action={action} dealId={dealId} contactId={contactId} onDone={close} /> : null}
    </div>
  );
}

const keyOf = (code: LogAction) => dealKeys.find(({ action }) => action === code)?.key;

/** Where the focus is, unless it is nowhere in particular. */
function focused(): HTMLElement | null {
  const at = document.activeElement;
  return at instanceof HTMLElement && at !== document.body && at.id !== 'content' ? at : null;
}

function buttonOf(buttons: RefObject<HTMLElement | null>, code: LogAction | null): HTMLElement | null {
  return code ? (buttons.current?.querySelector<HTMLElement>(`[data-action="${code}"]`) ?? null) : null;
}
