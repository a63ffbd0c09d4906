import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../clock.ts';
import { today } from '../../format/when.ts';
import { useMe } from '../session/use-me.ts';
import styles from './stage-move.module.css';
import type { MovableDeal, TargetStage } from './use-stage-move.tsx';

interface SoldDialogProps {
  deal: MovableDeal;
  to: TargetStage;
  onConfirm: (extra: { soldOn: string }) => void;
  onClose: () => void;
}

/** Asks for the day the deal was agreed; today unless somebody says otherwise. */
export function SoldDialog({ deal, to, onConfirm, onClose }: SoldDialogProps) {
  const { workspace } = useMe();
  const now = today(serverNow(), workspace.timeZone);
  const [soldOn, setSoldOn] = useState(now);
  return (
    <Modal opened onClose={onClose} size={400} title={`${deal.contactName}: sold`}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm({ soldOn });
        }}
      >
        <TextInput
          type="date"
          label="Sold on"
          required
          max={now}
          data-autofocus
          value={soldOn}
          onChange={(event) => setSoldOn(event.currentTarget.value)}
        />
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Not yet
          </Button>
          <Button type="submit">Move to {to.name.toLowerCase()}</Button>
        </div>
      </form>
    </Modal>
  );
}
