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
import { useListKeys } from '../../ui/use-list-keys.ts';
import { usePhone } from '../../ui/use-phone.ts';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useMembers } from '../member/use-members.ts';
import { useMayWrite } from '../session/use-me.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { ContactFilters } from './contact-filters.tsx';
import { ContactRow, ContactRowHead } from './contact-row.tsx';
import { type ContactsSearch, contactsInput } from './contacts-search.ts';

interface ContactsPageProps {
  search: ContactsSearch;
  onSearch: (next: ContactsSearch) => void;
}

/** Everybody the store knows, found in any spelling, narrowed down and put in order by the server. */
export function ContactsPage({ search, onSearch }: ContactsPageProps) {
  const [adding, dialog] = useDisclosure();
  const navigate = useNavigate();
  const phone = usePhone();
  const mayWrite = useMayWrite();
  const members = useMembers();
  useListKeys('Contacts');
  const contacts = useInfiniteQuery(
    trpc.contact.list.infiniteQueryOptions(
      { limit: 80, ...contactsInput(search) },
      { getNextPageParam: (page) => page.nextCursor, placeholderData: keepPreviousData },
    ),
  );
  const items = contacts.data?.pages.flatMap((page) => page.items) ?? [];
  const tools = (
    <>
      <SearchField
        label="Name, phone, e-mail"
        value={search.q ?? ''}
        onChange={(q) => onSearch({ ...search, q: q || undefined })}
      />
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
    <ListPage
      title="Contacts"
      tools={tools}
      filters={<ContactFilters search={search} onSearch={onSearch} />}
      head={items.length > 0 ? <ContactRowHead /> : null}
    >
      {contacts.isPending ? <BoneLines lines={12} height={44} /> : null}
      {contacts.isError && !contacts.data ? (
        <ErrorPanel error={contacts.error} onRetry={() => void contacts.refetch()} />
      ) : null}
      {contacts.isSuccess && items.length === 0 ? (
        <NoContacts search={search} onClear={() => onSearch({ q: search.q, sort: search.sort })} />
      ) : null}
      {items.length > 0 ? (
        <VirtualRows
          label="Contacts"
          items={items}
          height={phone ? 64 : 44}
          keyOf={(contact) => contact.contactId}
          row={(contact) => <ContactRow contact={contact} owner={members.get(contact.ownerId ?? '')} />}
          more={contacts.hasNextPage && !contacts.isFetchingNextPage}
          onEnd={contacts.fetchNextPage}
        />
      ) : null}
      {adding ? (
        <ContactDialog
          onClose={dialog.close}
          onSaved={(contactId) => void navigate({ to: '/contacts/$contact', params: { contact: contactId } })}
        />
      ) : null}
    </ListPage>
  );
}

function NoContacts({ search, onClear }: { search: ContactsSearch; onClear: () => void }) {
  const { q, sort: _sort, ...narrowing } = search;
  const narrowed = Object.values(narrowing).some(Boolean);
  if (q || narrowed)
    return (
      <Empty
        title={narrowed ? 'No contact fits these filters.' : 'Nobody fits.'}
        text={q ? 'Try fewer letters, another spelling, or the last digits of the phone number.' : undefined}
        action={
          narrowed ? (
            <Button variant="default" onClick={onClear}>
              Clear the filters
            </Button>
          ) : undefined
        }
      />
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
