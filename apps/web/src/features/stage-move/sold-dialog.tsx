import { Button, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { serverNow } from '../../clock.ts';
import { parseMoney } from '../../format/money.ts';
import { today } from '../../format/when.ts';
import { textField } from '../../ui/form-fields.ts';
import { useMe } from '../session/use-me.ts';
import styles from './stage-move.module.css';
import type { TargetStage } from './use-stage-move.tsx';

/** What a won deal must and may say. */
export interface SoldFacts {
  soldOn?: string;
  deliveredOn?: string;
  frontGrossCents?: number;
  backGrossCents?: number;
}

interface SoldDialogProps {
  title: string;
  to: TargetStage;
  /** It is sold already: the day that is asked for is the delivery's. */
  delivers: boolean;
  /** Whether this member may say what it earned; one deal's, never several. */
  gross: boolean;
  onConfirm: (facts: SoldFacts) => void;
  onClose: () => void;
}

/** Asks for the day, today unless somebody says otherwise, and for what the deal earned, which may come later. */
export function SoldDialog({ title, to, delivers, gross, onConfirm, onClose }: SoldDialogProps) {
  const { workspace } = useMe();
  const now = today(serverNow(), workspace.timeZone);
  const [wrong, setWrong] = useState<string[]>([]);
  const submit = (fields: FormData) => {
    const day = textField(fields, 'day') ?? now;
    const typed = sides.map(({ name }) => textField(fields, name));
    const cents = typed.map((text) => (text === null ? undefined : (parseMoney(text) ?? Number.NaN)));
    const unread = sides.filter((_, at) => Number.isNaN(cents[at])).map(({ name }) => name);
    setWrong(unread);
    if (unread.length > 0) return;
    const [frontGrossCents, backGrossCents] = cents;
    const earned = {
      ...(frontGrossCents === undefined ? {} : { frontGrossCents }),
      ...(backGrossCents === undefined ? {} : { backGrossCents }),
    };
    onConfirm({ ...(delivers ? { deliveredOn: day } : { soldOn: day }), ...earned });
  };
  return (
    <Modal opened onClose={onClose} size={400} title={title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          submit(new FormData(event.currentTarget));
        }}
      >
        <TextInput
          type="date"
          name="day"
          label={delivers ? 'Delivered on' : 'Sold on'}
          required
          max={now}
          data-autofocus
          defaultValue={now}
        />
        {gross ? (
          <div className={styles.gross}>
            {sides.map(({ name, label, hint }) => (
              <TextInput
                key={name}
                name={name}
                label={label}
                placeholder={delivers ? 'As it was' : hint}
                inputMode="text"
                autoComplete="off"
                error={wrong.includes(name) ? 'An amount, such as 1,500 or -200' : undefined}
              />
            ))}
          </div>
        ) : null}
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

const sides = [
  { name: 'front', label: 'Front gross', hint: 'Optional' },
  { name: 'back', label: 'Back gross', hint: 'Optional' },
];
