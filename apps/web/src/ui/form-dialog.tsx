import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './form-dialog.module.css';

interface FormDialogProps {
  title: string;
  submit: string;
  pending: boolean;
  size?: number;
  onSubmit: (fields: FormData) => void;
  onClose: () => void;
  children: ReactNode;
}

/** A small form that floats: fields, one button that says what happens, and a way out. */
export function FormDialog({ title, submit, pending, size = 480, onSubmit, onClose, children }: FormDialogProps) {
  return (
    <Modal opened onClose={onClose} size={size} title={title}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit(new FormData(event.currentTarget));
        }}
      >
        <div className={styles.fields}>{children}</div>
        <div className={styles.actions}>
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            {submit}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
