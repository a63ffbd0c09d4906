import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Activity } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { numberField, textField } from '../../ui/form-fields.ts';
import { formKeys } from '../../ui/form-keys.ts';
import { Segments } from '../../ui/segments.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { activityLine, kinds, outcomes } from './activity-words.ts';
import styles from './log-composer.module.css';

interface ActivityFormProps {
  kind: Exclude<Activity['kind'], 'appointment'>;
  of: { dealId: string } | { contactId: string };
  onDone: () => void;
}

/** Logs one call, text, visit, demo drive or note. */
export function ActivityForm({ kind, of, onDone }: ActivityFormProps) {
  const [outcome, setOutcome] = useState<(typeof outcomes)[number][0]>('reached');
  const hasOutcome = kind === 'call' || kind === 'text';
  const log = useMutation(
    trpc.activity.log.mutationOptions({
      onSuccess: (logged) => {
        offerUndo(`Logged: ${activityLine(logged).toLowerCase()}`, logged.changeId);
        onDone();
      },
    }),
  );
  const submit = (fields: FormData) => {
    const minutes = numberField(fields, 'minutes');
    const note = textField(fields, 'note');
    log.mutate({
      ...of,
      kind,
      ...(hasOutcome ? { outcome } : {}),
      ...(minutes ? { minutes } : {}),
      ...(note ? { note } : {}),
    });
  };
  return (
    <form
      className={styles.form}
      onKeyDown={formKeys(onDone)}
      onSubmit={(event) => {
        event.preventDefault();
        submit(new FormData(event.currentTarget));
      }}
    >
      <Textarea
        name="note"
        autoFocus
        data-autofocus
        autosize
        minRows={2}
        maxLength={10_000}
        aria-label="Note"
        required={kind === 'note'}
        placeholder={kind === 'note' ? 'What should everybody know?' : 'What was said? Optional'}
      />
      <div className={styles.row}>
        {hasOutcome ? <Segments label="Outcome" value={outcome} options={outcomes} onChange={setOutcome} /> : null}
        {kind === 'call' ? (
          <TextInput name="minutes" inputMode="numeric" w={112} aria-label="Minutes" placeholder="Minutes" />
        ) : null}
        <Button type="submit" className={styles.push} loading={log.isPending}>
          {kinds[kind].log}
        </Button>
      </div>
    </form>
  );
}
