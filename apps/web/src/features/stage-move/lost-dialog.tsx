import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type LostReason, lostReasons } from './lost-reasons.ts';
import styles from './stage-move.module.css';
import type { MovableDeal, TargetStage } from './use-stage-move.tsx';

interface LostDialogProps {
  deal: MovableDeal;
  to: TargetStage;
  onConfirm: (extra: { lostReason: LostReason; lostNote?: string }) => void;
  onClose: () => void;
}

/** Asks why, once: a lost deal without a reason teaches nobody anything. */
export function LostDialog({ deal, to, onConfirm, onClose }: LostDialogProps) {
  const [reason, setReason] = useState<LostReason | null>(null);
  const [note, setNote] = useState('');
  return (
    <Modal opened onClose={onClose} size={400} title={`Why was ${deal.contactName} lost?`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (reason) onConfirm({ lostReason: reason, ...(note.trim() ? { lostNote: note.trim() } : {}) });
        }}
      >
        <fieldset className={styles.reasons}>
          <legend className="unseen">Reason</legend>
          {lostReasons.map(([code, label], index) => (
            <label key={code} className={styles.reason}>
              <input
                type="radio"
                name="reason"
                value={code}
                checked={reason === code}
                onChange={() => setReason(code)}
                data-autofocus={index === 0 || undefined}
              />
              {label}
            </label>
          ))}
        </fieldset>
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
          <Button type="submit" disabled={!reason}>
            Move to {to.name.toLowerCase()}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
