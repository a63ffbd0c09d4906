import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListedReason } from '../../api.ts';
import { BoneLines } from '../../ui/bone.tsx';
import styles from './stage-move.module.css';
import { useLostReasons } from './use-lost-reasons.ts';
import type { TargetStage } from './use-stage-move.tsx';

interface LostDialogProps {
  /** The question, which names who or how many. */
  title: string;
  to: TargetStage;
  onConfirm: (extra: { lostReason: string; lostNote?: string }) => void;
  onClose: () => void;
}

/** Asks why, once: a lost deal without a reason teaches nobody anything. */
export function LostDialog({ title, to, onConfirm, onClose }: LostDialogProps) {
  const reasons = useLostReasons()?.filter(({ hidden }) => !hidden);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const never = reasons?.filter(({ bad }) => bad) ?? [];
  return (
    <Modal opened onClose={onClose} size={400} title={title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (chosen) onConfirm({ lostReason: chosen, ...(note.trim() ? { lostNote: note.trim() } : {}) });
        }}
      >
        {reasons ? (
          <Reasons
            legend="Reason"
            reasons={reasons.filter(({ bad }) => !bad)}
            chosen={chosen}
            focused
            onChoose={setChosen}
          />
        ) : (
          <BoneLines lines={5} height={32} />
        )}
        {never.length > 0 ? (
          <Reasons legend="Never a customer: counts in no ratio" reasons={never} chosen={chosen} onChoose={setChosen} />
        ) : null}
        <TextInput
          label="Anything to add"
          placeholder="Optional"
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Keep the deal
          </Button>
          <Button type="submit" disabled={!chosen}>
            Move to {to.name.toLowerCase()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

interface ReasonsProps {
  legend: string;
  reasons: readonly ListedReason[];
  chosen: string | null;
  focused?: boolean;
  onChoose: (key: string) => void;
}

function Reasons({ legend, reasons, chosen, focused = false, onChoose }: ReasonsProps) {
  return (
    <fieldset className={styles.reasons}>
      <legend className={focused ? 'unseen' : styles.legend}>{legend}</legend>
      {reasons.map(({ key, name }, index) => (
        <label key={key} className={styles.reason}>
          <input
            type="radio"
            name="reason"
            value={key}
            checked={chosen === key}
            onChange={() => onChoose(key)}
            data-autofocus={(focused && index === 0) || undefined}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
