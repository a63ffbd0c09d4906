import { useMutation } from '@tanstack/react-query';
import type { Visit } from '../../api.ts';
import { serverNow } from '../../clock.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

/** What can be said of a visit on the desk log. */
export interface VisitChange {
  walkaround?: boolean;
  demo?: boolean;
  writeUp?: boolean;
  turnoverTo?: string | null;
  left?: boolean;
  result?: Visit['result'];
}

type Page = { items: Visit[]; nextCursor: string | null };

/**
 * Marks what happened on a visit: shown at once, and taken back visibly when it is refused. The words are what the toast
 * says; it offers to take it back.
 */
export function useUpdateVisit(visit: Visit): (change: VisitChange, words: string) => void {
  const update = useMutation(
    trpc.visit.update.mutationOptions({
      onMutate: () => queryClient.cancelQueries({ queryKey: trpc.visit.list.queryKey() }),
      // One after the other, as they were pressed; what was pressed since is still shown as it will be.
      scope: { id: `visit-${visit.visitId}` },
      onSuccess: ({ changeId, ...saved }) => {
        if (queryClient.isMutating({ mutationKey: trpc.visit.update.mutationKey() }) <= 1) show(saved);
      },
      onError: () => queryClient.invalidateQueries({ queryKey: trpc.visit.list.queryKey() }),
    }),
  );
  return (change, words) => {
    show(expected(visit, change));
    update.mutate(
      { visitId: visit.visitId, ...change },
      { onSuccess: ({ changeId }) => offerUndo(`${visit.contactName}: ${words}`, changeId) },
    );
  };
}

function show(visit: Visit): void {
  queryClient.setQueriesData<Page>({ queryKey: trpc.visit.list.queryKey() }, (page) =>
    page ? { ...page, items: page.items.map((item) => (item.visitId === visit.visitId ? visit : item)) } : page,
  );
}

/** What the server will say, but for the names of people. */
function expected(visit: Visit, { turnoverTo, result, ...steps }: VisitChange): Visit {
  const at = new Date(serverNow()).toISOString();
  const time = (said: boolean | undefined, before: string | null) =>
    said === undefined ? before : said ? (before ?? at) : null;
  return {
    ...visit,
    walkaroundAt: time(steps.walkaround, visit.walkaroundAt),
    demoAt: time(steps.demo, visit.demoAt),
    writeUpAt: time(steps.writeUp, visit.writeUpAt),
    leftAt: time(steps.left, visit.leftAt),
    result: result === undefined ? visit.result : result,
    turnoverAt: turnoverTo === undefined ? visit.turnoverAt : turnoverTo && at,
  };
}
