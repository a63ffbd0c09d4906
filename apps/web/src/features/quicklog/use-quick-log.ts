import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { QuickLogAnswer } from '../../api.ts';
import { trpc } from '../../trpc.ts';
import { undoAll } from '../../undo/offer-undo.tsx';
import { useDealOnScreen } from '../deal/use-deal-on-screen.ts';
import { useSay } from './waiting/use-say.ts';

const shortest = 3;
const draftKey = 'beback-quick-log';

/** Everything the quick-log box does: preview while typing, submit, answer a numbered question, take back. */
export function useQuickLog() {
  const [text, setText] = useState(() => sessionStorage.getItem(draftKey) ?? '');
  // A session that ends in mid-sentence must not take the sentence along.
  useEffect(() => sessionStorage.setItem(draftKey, text), [text]);
  const [answer, setAnswer] = useState<QuickLogAnswer | null>(null);
  const [settled] = useDebouncedValue(text.trim(), 160);
  // Words that name nobody are about what is on the screen.
  const dealId = useDealOnScreen();
  const preview = useQuery(
    trpc.quicklog.preview.queryOptions(
      { text: settled, dealId },
      { enabled: settled.length >= shortest, placeholderData: keepPreviousData, staleTime: 30_000 },
    ),
  );
  const accept = (given: QuickLogAnswer | null) => {
    setAnswer(given);
    if (given?.status !== 'refused') setText('');
  };
  const say = useSay();
  const submit = useMutation({
    mutationKey: trpc.quicklog.submit.mutationKey(),
    mutationFn: say,
    // What cannot be sent now is kept, and stands in the list of what waits.
    onSuccess: accept,
  });
  const choose = useMutation(trpc.quicklog.answer.mutationOptions({ onSuccess: accept }));
  const undo = useMutation({
    mutationFn: (changeIds: string[]) => undoAll(changeIds),
    onSuccess: (reply) => setAnswer({ status: 'logged', reply, changeIds: [] }),
  });
  const send = () => {
    const typed = text.trim();
    const choice = Number(typed);
    if (answer?.questionId && answer.options?.some((option) => option.choice === choice)) {
      choose.mutate({ questionId: answer.questionId, choice });
    } else if (typed) {
      submit.mutate({ text: typed, dealId });
    }
  };
  return {
    text,
    type: setText,
    send,
    answer,
    forget: () => setAnswer(null),
    understood: settled.length >= shortest ? (preview.data ?? null) : null,
    choose: (choice: number) => answer?.questionId && choose.mutate({ questionId: answer.questionId, choice }),
    undo: (changeIds: string[]) => undo.mutate(changeIds),
    busy: submit.isPending || choose.isPending || undo.isPending,
  };
}

export type QuickLog = ReturnType<typeof useQuickLog>;
