import { useSessionStorage } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type DemoSlackUser, sendToSlack } from '../demo-requests.ts';
import type { SlackButton } from './slack-blocks.rules.ts';
import { readLine, type SlackLine } from './slack-thread.rules.ts';

const kept = 40;

/** The Slack channel that can be played: who types, what was sent, sending, and pressing a button. */
export function useSlackChannel(users: readonly DemoSlackUser[], email: string) {
  const [lines, setLines] = useSessionStorage<SlackLine[]>({
    key: 'beback-demo-slack',
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const [userId, setUserId] = useState((users.find((user) => user.email === email) ?? users[0])?.userId ?? '');
  const [draft, setDraft] = useState('');
  const sending = useMutation({
    mutationFn: ({ userId, text }: Pick<SlackLine, 'id' | 'userId' | 'text'>) =>
      sendToSlack({ userId, ...readLine(text) }),
    onMutate: ({ id, userId, text }) => {
      const line = { id, userId, text, at: new Date().toISOString(), replyTo: null };
      setLines((before) => [...before, line].slice(-kept));
    },
    onSuccess: (replyTo, { id }) =>
      setLines((before) => before.map((line) => (line.id === id ? { ...line, replyTo } : line))),
    onError: (_error, { id, text }) => {
      setLines((before) => before.filter((line) => line.id !== id));
      setDraft(text);
    },
  });
  const pressing = useMutation({ mutationFn: sendToSlack });
  const send = (text: string) => {
    const typed = text.trim();
    if (!typed || sending.isPending) return;
    setDraft('');
    sending.mutate({ id: crypto.randomUUID(), userId, text: typed });
  };
  const press = (line: SlackLine, { actionId, value }: SlackButton) => {
    if (line.replyTo && !pressing.isPending)
      pressing.mutate({ userId: line.userId, actionId, value, responseUrl: line.replyTo });
  };
  return { lines, userId, setUserId, draft, setDraft, send, press, busy: sending.isPending || pressing.isPending };
}

export type SlackChannel = ReturnType<typeof useSlackChannel>;
