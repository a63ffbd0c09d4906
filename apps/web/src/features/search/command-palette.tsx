import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { trpc } from '../../trpc.ts';
import { usePhone } from '../../ui/use-phone.ts';
import styles from './command-palette.module.css';
import { findRows, type PaletteRow } from './palette-rows.ts';

/** Finds a customer, a deal or a screen by a few letters; arrows and Enter, or a tap. */
export default function CommandPalette({ onClose }: { onClose: () => void }) {
  const navigate = useNavigate();
  const phone = usePhone();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [query] = useDebouncedValue(text.trim(), 120);
  const search = useQuery(
    trpc.contact.search.queryOptions(
      { query, limit: 8 },
      { enabled: query.length > 1, placeholderData: keepPreviousData },
    ),
  );
  const rows = findRows(text, query.length > 1 ? (search.data?.items ?? []) : [], phone);
  const open = (row: PaletteRow | undefined) => {
    if (!row) return;
    onClose();
    void navigate(row.target);
  };
  const step = (by: number) => setChosen((at) => (rows.length ? (at + by + rows.length) % rows.length : 0));
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      padding={0}
      size={560}
      title={null}
      aria-label="Search"
    >
      <input
        data-autofocus
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls="palette-rows"
        aria-activedescendant={rows[chosen] ? `palette-${chosen}` : undefined}
        aria-label="Find a customer, a deal or a screen"
        placeholder="Name, phone, screen…"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') open(rows[chosen]);
          else return;
          event.preventDefault();
        }}
      />
      <div className={styles.rows} id="palette-rows" role="listbox" aria-label="Results">
        {rows.map((row, index) => (
          <div
            key={row.key}
            id={`palette-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            className={styles.row}
            onPointerMove={() => setChosen(index)}
            onClick={() => open(row)}
            onKeyDown={(event) => event.key === 'Enter' && open(row)}
          >
            <row.icon size={18} stroke={1.6} className={styles.icon} aria-hidden />
            <span className="clip">{row.label}</span>
            <span className={`${styles.detail} clip`}>{row.detail}</span>
          </div>
        ))}
        {rows.length === 0 ? (
          <p className={styles.none} role="status">
            {search.isFetching ? 'Looking…' : 'Nobody fits. Try fewer letters, or the last digits of the phone number.'}
          </p>
        ) : null}
      </div>
    </Modal>
  );
}
