import { useMantineColorScheme } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import type { Me } from '../../api.ts';
import { reportError } from '../../errors/report-error.ts';
import { client, queryClient, trpc } from '../../trpc.ts';
import { say } from '../../undo/offer-undo.tsx';
import { signOut, switchWorkspace } from '../session/session.ts';
import { useMe } from '../session/use-me.ts';
import { commandRows } from './command-rows.ts';
import type { PaletteRow, Subject } from './palette.types.ts';

/** The commands of who is signed in, for the deal or customer on the screen. */
export function useCommands(): PaletteRow[] {
  const me = useMe();
  const here = useSubject();
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items ?? [];
  const workspaces = useQuery(trpc.member.workspaces.queryOptions()).data?.items ?? [];
  const inStage = here?.dealId && queryClient.getQueryData(trpc.deal.get.queryKey({ dealId: here.dealId }))?.stageId;
  const { setColorScheme } = useMantineColorScheme();
  const colour = (colorScheme: Me['colorScheme']) => {
    const key = trpc.member.me.queryKey();
    setColorScheme(colorScheme);
    queryClient.setQueryData(key, (now) => now && { ...now, colorScheme });
    void inWords(client.member.updateMe.mutate({ colorScheme })).then(() =>
      queryClient.invalidateQueries({ queryKey: key }),
    );
  };
  return commandRows({
    me,
    here,
    stages: stages.filter(({ stageId }) => stageId !== inStage),
    workspaces: workspaces.filter(({ workspaceId }) => workspaceId !== me.workspace.workspaceId),
    run: {
      signOut: () => void inWords(signOut()),
      takeBack: () => void inWords(client.change.undoLatest.mutate().then(({ summary }) => say(summary))),
      switchTo: (workspaceId) => void inWords(switchWorkspace(workspaceId)),
      colour,
    },
  });
}

/** The deal or customer whose page or panel is open. */
function useSubject(): Subject | null {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [, place, id = ''] = /^\/(deals|board|contacts)\/([^/]+)$/.exec(path) ?? [];
  if (place === 'contacts') {
    const contact = queryClient.getQueryData(trpc.contact.get.queryKey({ contactId: id }));
    return contact ? { name: contact.name, contactId: contact.contactId } : null;
  }
  const deal = id ? queryClient.getQueryData(trpc.deal.get.queryKey({ dealId: id })) : undefined;
  return deal ? { name: deal.contactName, contactId: deal.contactId, dealId: deal.dealId } : null;
}

function inWords(work: Promise<unknown>): Promise<unknown> {
  return work.catch(reportError);
}
