import { useMutation } from '@tanstack/react-query';
import { queryClient, trpc } from '../../../trpc.ts';
import { offerUndo } from '../../../undo/offer-undo.tsx';
import { useMe } from '../../session/use-me.ts';
import type { NoticeChannel, NoticeEvent, NoticePace } from './notice-words.ts';

/** What I am told of and how; a choice is shown and saved at once, and taken back on the screen when it was refused. */
export function useNotices() {
  const { notifications } = useMe();
  const key = trpc.member.me.queryKey();
  const update = useMutation(
    trpc.member.updateMe.mutationOptions({
      onSuccess: (saved) => offerUndo('Saved', saved.changeId),
      onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
    }),
  );
  const show = (event: NoticeEvent, channel: NoticeChannel, pace: NoticePace) =>
    queryClient.setQueryData(key, (me) => {
      if (!me) return me;
      const paces = { ...me.notifications[event], [channel]: pace };
      return { ...me, notifications: { ...me.notifications, [event]: paces } };
    });
  const choose = (event: NoticeEvent, channel: NoticeChannel, pace: NoticePace) => {
    const before = notifications[event][channel];
    show(event, channel, pace);
    update.mutate({ notifications: { [event]: { [channel]: pace } } }, { onError: () => show(event, channel, before) });
  };
  return { notifications, choose };
}
