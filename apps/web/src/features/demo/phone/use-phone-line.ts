import { useSessionStorage } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type DemoPhoneOwner, sendText } from '../demo-requests.ts';

/** One bubble of a conversation; `by` says which side of the phone. */
export interface Text {
  id: string;
  /** The number of the phone it is on. */
  phone: string;
  by: 'rep' | 'beback';
  body: string;
  at: string;
}

const kept = 60;

/** The conversations on the phones that can be played: who holds one, what was said, and sending. */
export function usePhoneLine(owners: readonly DemoPhoneOwner[]) {
  const [texts, setTexts] = useSessionStorage<Text[]>({
    key: 'beback-demo-texts',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const [phone, setPhone] = useState(owners[0]?.phone ?? '');
  const [draft, setDraft] = useState('');
  const add = (text: Omit<Text, 'id' | 'at'>) => {
    const id = crypto.randomUUID();
    setTexts((before) => [...before, { ...text, id, at: new Date().toISOString() }].slice(-kept));
    return id;
  };
  const sending = useMutation({
    mutationFn: sendText,
    onMutate: ({ from, body }) => add({ phone: from, by: 'rep', body }),
    onSuccess: (reply, { from }) => {
      if (reply) add({ phone: from, by: 'beback', body: reply });
    },
    // What was not sent goes back to where it was typed.
    onError: (_error, { body }, id) => {
      setTexts((before) => before.filter((text) => text.id !== id));
      setDraft(body);
    },
  });
  const send = (body: string) => {
    const typed = body.trim();
    if (!typed || sending.isPending) return;
    setDraft('');
    sending.mutate({ from: phone, body: typed });
  };
  const owner = owners.find((candidate) => candidate.phone === phone) ?? owners[0];
  const waiting = sending.isPending && sending.variables.from === phone;
  return { texts, owner, setPhone, draft, setDraft, send, waiting, busy: sending.isPending };
}

export type PhoneLine = ReturnType<typeof usePhoneLine>;
