import { Button, Kbd } from '@mantine/core';
import { IconFilterOff, IconUserPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.tsx';
import styles from './board-page.module.css';

interface BoardEmptyProps {
  filtered: boolean;
  onClear: () => void;
  onAdd: () => void;
}

/** A board without cards: either nothing fits the filter, or the floor is new. */
export function BoardEmpty({ filtered, onClear, onAdd }: BoardEmptyProps) {
  if (filtered) {
    return (
      <div className={styles.empty} data-over>
        <Empty
          icon={IconFilterOff}
          title="No deal fits these filters."
          action={
            <Button variant="default" onClick={onClear}>
              Show the whole floor
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <div className={styles.empty}>
      <Empty
        icon={IconUserPlus}
        title="No deals yet."
        text={
          <>
            Add the first up with <Kbd>N</Kbd>, or bring your customers from a spreadsheet or another CRM.
          </>
        }
        action={
          <>
            <Button onClick={onAdd}>Add an up</Button>
            <Button variant="default" component={Link} to="/import">
              Import customers
            </Button>
          </>
        }
      />
    </div>
  );
}
