import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconTableImport } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { usePhone } from '../../ui/use-phone.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useMayWrite } from '../session/use-me.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { ContactRow, ContactRowHead } from './contact-row.tsx';

/** Everybody the store knows, by name; found in any spelling. */
export function ContactsPage({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const [adding, dialog] = useDisclosure();
  const navigate = useNavigate();
  const phone = usePhone();
  const mayWrite = useMayWrite();
  const contacts = useInfiniteQuery(
    trpc.contact.list.infiniteQueryOptions(
      { limit: 80, ...(query ? { query } : {}) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  const tools = (
    <>
      <SearchField label="Name, phone, e-mail" value={query} onChange={onQuery} />
      <Button variant="subtle" color="gray" component={Link} to="/companies">
        Companies
      </Button>
      {mayWrite ? (
        <>
          <Button variant="default" leftSection={<IconTableImport size={16} />} component={Link} to="/import">
            Import
          </Button>
          <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
            Add contact
          </Button>
        </>
      ) : null}
    </>
  );
  return (
    <ListPage title="Contacts" tools={tools} head={items.length > 0 ? <ContactRowHead /> : null}>
      {contacts.isPending ? <BoneLines lines={12} height={44} /> : null}
      {contacts.isError && !contacts.data ? (
        <ErrorPanel error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : null}
      {contacts.isSuccess && items.length === 0 ? <NoContacts query={query} /> : null}
      {items.length > 0 ? (
        <VirtualRows
          label="Contacts"
          items={items}
          height={phone ? 64 : 48}
          keyOf={(contact) => contact.contactId}
          row={(contact) => <ContactRow contact={contact} />}
          more={contacts.hasNextPage && !contacts.isFetchingNextPage}
          onEnd={contacts.fetchNextPage}
        />
      ) : null}
      {adding ? (
        <ContactDialog
          contact={null}
          onClose={dialog.close}
          onSaved={(contactId) => void navigate({ to: '/contacts/$contact', params: { contact: contactId } })}
        />
      ) : null}
    </ListPage>
  );
}

function NoContacts({ query }: { query: string }) {
  if (query)
    return (
      <Empty title="Nobody fits." text="Try fewer letters, another spelling, or the last digits of the phone number." />
    );
  return (
    <Empty
      title="No contacts yet."
      text="Bring them from a spreadsheet, HubSpot, Salesforce or Pipedrive. You see what would happen before anything is written."
      action={
        <Button component={Link} to="/import">
          Import customers
        </Button>
      }
    />
  );
}
