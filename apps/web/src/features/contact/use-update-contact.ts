import { wireError } from '@beback/api/user-message';
import { useMutation } from '@tanstack/react-query';
import type { Contact } from '../../api.ts';
import { reportError } from '../../errors/report-error.ts';
import { queryClient, trpc } from '../../trpc.ts';
import { offerUndo } from '../../undo/offer-undo.tsx';

type Update = Parameters<NonNullable<ReturnType<typeof trpc.contact.update.mutationOptions>['mutationFn']>>[0];
export type ContactChange = Omit<Update, 'contactId' | 'version' | 'allowDuplicate'>;

/** Somebody else who has a number or an address that was about to be written. */
export interface SamePersonFound {
  contactId: string;
  name: string;
}

/** Who stands in the way of what was refused; null when it was refused for something else. */
export function samePersonIn(error: unknown): SamePersonFound | null {
  const wire = wireError(error);
  const record = wire?.reason === 'duplicate' ? wire.record : null;
  return record ? { contactId: record.id, name: record.name } : null;
}

/**
 * Changes facts of a customer in place: shown at once, taken back when refused, undone from the toast. A number that
 * somebody else has waits for a decision.
 */
export function useUpdateContact({ contactId, version }: Contact) {
  const key = trpc.contact.get.queryKey({ contactId });
  const update = useMutation(
    trpc.contact.update.mutationOptions({
      meta: { shownInPlace: true },
      onMutate: async (set) => {
        await queryClient.cancelQueries({ queryKey: key });
        const before = queryClient.getQueryData(key);
        queryClient.setQueryData(key, (contact) => contact && { ...contact, ...shownAtOnce(set) });
        return before;
      },
      onError: (error, _set, before) => {
        queryClient.setQueryData(key, before);
        if (!samePersonIn(error)) reportError(error);
      },
      onSuccess: ({ changeId, ...saved }) => {
        queryClient.setQueryData(key, saved);
        offerUndo('Saved', changeId);
      },
    }),
  );
  const { variables } = update;
  return {
    save: (set: ContactChange) => update.mutate({ contactId, version, ...set }),
    pending: update.isPending,
    samePerson: samePersonIn(update.error),
    keepBoth: () => variables && update.mutate({ ...variables, allowDuplicate: true }),
    leaveIt: update.reset,
  };
}

/** What the server stores as it was given; numbers, addresses and companies come back in another shape. */
function shownAtOnce({ doNotCall, doNotText, doNotEmail, source, note, ownerId }: Update): Partial<Contact> {
  const facts = { doNotCall, doNotText, doNotEmail, source, note, ownerId };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}
