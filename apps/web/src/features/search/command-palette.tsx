import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { usePhone } from '../../ui/use-phone.ts';
import { useMembers } from '../member/use-members.ts';
import { useMe } from '../session/use-me.ts';
import styles from './command-palette.module.css';
import { fit } from './fit.rules.ts';
import type { Act, Ask, PaletteRow, Subject } from './palette.types.ts';
import { optionId, PaletteList } from './palette-list.tsx';
import { paletteRows } from './palette-rows.ts';
import { type Recent, recentOf, rememberOpened } from './recent.ts';
import { memberRows, recentRow } from './record-rows.ts';
import { useCommands } from './use-commands.ts';
import { useRecords } from './use-records.ts';

type Row = PaletteRow & { about?: Subject; opened?: Recent };
type Pick = Extract<Act, { pick: object }>['pick'];

/** Every command and every record by a few letters; arrows and Enter, or a tap. */
export function CommandPalette({ onAsk, onClose }: { onAsk: (ask: Ask) => void; onClose: () => void }) {
  const navigate = useNavigate();
  const { memberId } = useMe();
  const [text, setText] = useState('');
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const [pick, setPick] = useState<Pick | null>(null);
  const { rows, settled, error } = useRows(text, pick);
  const chosen = rows.find(({ key }) => key === chosenKey) ?? rows[0];
  const type = (typed: string) => {
    setText(typed);
    setChosenKey(null);
  };
  const act = (row: Row) => {
    if (pick) return row.about && onAsk(pick.ask(row.about));
    if ('pick' in row.act) {
      setPick(row.act.pick);
      return type('');
    }
    if ('ask' in row.act) return onAsk(row.act.ask);
    onClose();
    if (row.opened) rememberOpened(memberId, row.opened);
    if ('run' in row.act) row.act.run();
    else void navigate(row.act.open);
  };
  // A command that begins as typed stays first whatever the search finds; so does what was walked to.
  const certain = settled || chosenKey !== null || (chosen !== undefined && !chosen.opened && fit(text, chosen) === 0);
  const enter = useEnter(certain, chosen, act);
  const step = (by: number) => {
    const at = chosen ? rows.indexOf(chosen) : 0;
    setChosenKey(rows[(at + by + rows.length) % Math.max(rows.length, 1)]?.key ?? null);
  };
  const back = () => {
    setPick(null);
    type('');
  };
  return (
    <Modal
      opened
      onClose={pick ? back : onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      padding={0}
      size={600}
      title="Search and commands"
      classNames={{ header: 'unseen' }}
    >
      {pick ? <p className={styles.step}>{pick.title}</p> : null}
      <input
        data-autofocus
        className={styles.input}
        role="combobox"
        aria-expanded
        aria-controls="palette-rows"
        aria-autocomplete="list"
        aria-activedescendant={chosen ? optionId(chosen.key) : undefined}
        aria-label={pick ? pick.title : 'Find a customer, a deal or a command'}
        placeholder={pick ? 'Name or phone' : 'Name, phone, #deal, command…'}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') step(1);
          else if (event.key === 'ArrowUp') step(-1);
          else if (event.key === 'Enter') enter();
          else if (event.key === 'Backspace' && pick && text === '') back();
          else return;
          event.preventDefault();
        }}
      />
      <PaletteList
        rows={rows}
        chosen={chosen?.key}
        settled={settled}
        error={error}
        onChoose={setChosenKey}
        onAct={act}
      />
    </Modal>
  );
}

/** Everything that fits what was typed; while somebody is picked, only people. */
function useRows(text: string, pick: Pick | null): { rows: Row[]; settled: boolean; error: unknown } {
  const [query] = useDebouncedValue(text.trim(), 90);
  const onPhone = usePhone();
  const { memberId } = useMe();
  const members = useMembers();
  const commands = useCommands();
  const records = useRecords(query);
  const recent: Row[] = recentOf(memberId).map((opened) => recentRow(opened, onPhone));
  const people = records.rows.filter(({ about }) => about && (about.dealId || !pick?.dealsOnly));
  const rows = pick
    ? people
    : paletteRows<Row>(text, {
        recent,
        commands: [...commands, ...memberRows(members.values())],
        records: records.rows,
      });
  return { rows, settled: records.settled && query === text.trim(), error: records.error };
}

/** Enter acts on the first line; pressed before the answer is there, it waits for it instead of taking what stood there before. */
function useEnter(settled: boolean, row: Row | undefined, act: (row: Row) => unknown): () => void {
  const waiting = useRef(false);
  useEffect(() => {
    if (!settled || !waiting.current) return;
    waiting.current = false;
    if (row) act(row);
  });
  return () => {
    if (settled && row) act(row);
    else waiting.current = !settled;
  };
}
