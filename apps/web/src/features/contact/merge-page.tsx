import { Button } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Contact } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Page } from '../../ui/page.tsx';
import { offerUndo } from '../../undo/offer-undo.tsx';
import { useMe } from '../session/use-me.ts';
import { type Choice, parts, type Side, sideOf } from './merge-choice.rules.ts';
import styles from './merge-page.module.css';
import { MergePreview } from './merge-preview.tsx';
import { MergeTable } from './merge-table.tsx';
import { usePartText } from './use-part-text.ts';

interface MergePageProps {
  keepId: string;
  mergeId: string;
  onSwap: () => void;
}

/** Two customers side by side, and the one they become. */
export function MergePage({ keepId, mergeId, onSwap }: MergePageProps) {
  const keep = useQuery(trpc.contact.get.queryOptions({ contactId: keepId }));
  const merge = useQuery(trpc.contact.get.queryOptions({ contactId: mergeId }));
  const { role } = useMe();
  if (role !== 'owner' && role !== 'manager') {
    return (
      <Page title="Merge two contacts">
        <Empty
          title="A manager merges contacts."
          text="They see everybody’s deals, so they can tell whether it is one person. Ask yours."
        />
      </Page>
    );
  }
  if (!keep.data || !merge.data) {
    const error = keep.error ?? merge.error;
    return (
      <Page title="Merge two contacts">
        {error ? (
          <ErrorPanel error={error} onRetry={() => void Promise.all([keep.refetch(), merge.refetch()])} />
        ) : (
          <BoneLines lines={8} height={48} />
        )}
      </Page>
    );
  }
  if (keep.data.contactId === merge.data.contactId) {
    return (
      <Page title="Merge two contacts">
        <Empty title={`${keep.data.name} is one contact already.`} text="They were merged before." />
      </Page>
    );
  }
  const reading = keep.isFetching || merge.isFetching;
  return <Both key={keepId} keep={keep.data} merge={merge.data} reading={reading} onSwap={onSwap} />;
}

interface BothProps {
  keep: Contact;
  merge: Contact;
  /** One of them is being read again: what is on the screen may be out of date. */
  reading: boolean;
  onSwap: () => void;
}

function Both({ keep, merge, reading, onSwap }: BothProps) {
  const [choice, setChoice] = useState<Choice>({});
  const navigate = useNavigate();
  const textOf = usePartText();
  const sides = Object.fromEntries(
    parts.map((part) => [part, sideOf(part, choice, { keep: textOf(keep, part), merge: textOf(merge, part) })]),
  ) as Record<(typeof parts)[number], Side>;
  const name = textOf(sides.name === 'keep' ? keep : merge, 'name');
  const join = useMutation(
    trpc.contact.merge.mutationOptions({
      onSuccess: ({ contactId, changeId }) => {
        offerUndo(`${merge.name} and ${keep.name} are one`, changeId);
        void navigate({ to: '/contacts/$contact', params: { contact: contactId }, replace: true });
      },
    }),
  );
  const submit = () =>
    join.mutate({
      keepId: keep.contactId,
      mergeId: merge.contactId,
      keepVersion: keep.version,
      mergeVersion: merge.version,
      choose: sides,
    });
  const aside = (
    <>
      <Button variant="default" leftSection={<IconArrowsExchange size={16} />} onClick={onSwap}>
        Swap
      </Button>
      <Button loading={join.isPending} disabled={reading} onClick={submit}>
        Merge into one
      </Button>
    </>
  );
  return (
    <Page title="Are they one person?" aside={aside}>
      <p className={styles.lead}>
        Choose what is right. The left one stays, and old links to the right one lead there. It can be undone.
      </p>
      <MergeTable
        keep={keep}
        merge={merge}
        sides={sides}
        onChoose={(part, side) => setChoice({ ...choice, [part]: side })}
      />
      <MergePreview keep={keep} merge={merge} name={name} />
    </Page>
  );
}
