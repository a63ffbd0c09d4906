import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect } from 'react';
import type { Contact } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import { LogComposer } from '../activity/log-composer.tsx';
import { Timeline } from '../activity/timeline.tsx';
import { NewDealDialog } from '../deal/new-deal.ts';
import { useMayWrite } from '../session/use-me.ts';
import { ContactAbout } from './contact-about.tsx';
import { ContactDeals } from './contact-deals.tsx';
import { ContactNext } from './contact-next.tsx';
import styles from './contact-page.module.css';
import { ContactReach } from './contact-reach.tsx';
import { ContactWishes } from './contact-wishes.tsx';
import { DuplicatesBanner } from './duplicates-banner.tsx';
import { RemoveContact } from './remove-contact.tsx';
import { SamePerson } from './same-person.tsx';
import { useUpdateContact } from './use-update-contact.ts';

/** One customer: how to reach them, their deals, and everything that happened. */
export function ContactPage({ contactId }: { contactId: string }) {
  const contact = useQuery(trpc.contact.get.queryOptions({ contactId }));
  const navigate = useNavigate();
  const into = contact.data?.contactId;
  useEffect(() => {
    // Under the address of somebody who was merged stands the person they turned out to be.
    if (into && into !== contactId)
      void navigate({ to: '/contacts/$contact', params: { contact: into }, replace: true });
  }, [into, contactId, navigate]);
  if (contact.isPending) {
    return (
      <Page>
        <BoneLines lines={8} height={48} />
      </Page>
    );
  }
  if (!contact.data) {
    return (
      <Page title="Contact">
        <ErrorPanel error={contact.error} onRetry={() => void contact.refetch()} />
      </Page>
    );
  }
  return <Known contact={contact.data} />;
}

function Known({ contact }: { contact: Contact }) {
  const { contactId, name } = contact;
  const [adding, add] = useDisclosure();
  const mayWrite = useMayWrite();
  const { save, samePerson, keepBoth, leaveIt } = useUpdateContact(contact);
  const parts = { contact, readOnly: !mayWrite, onSave: save };
  const action = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
      Start a deal
    </Button>
  ) : null;
  return (
    <Page title={name} aside={action}>
      {samePerson ? (
        <SamePerson found={samePerson} contactId={contactId} onKeepBoth={keepBoth} onLeave={leaveIt} />
      ) : (
        <DuplicatesBanner contact={contact} />
      )}
      <div className={styles.columns}>
        <div>
          <ContactReach {...parts} />
          <ContactWishes {...parts} />
          <ContactAbout {...parts} />
          <RemoveContact contact={contact} />
        </div>
        <div>
          <ContactDeals contactId={contactId} />
          <ContactNext contactId={contactId} />
          <section className={styles.story} aria-label="What happened">
            {mayWrite ? <LogComposer contactId={contactId} /> : null}
            <Timeline contactId={contactId} />
          </section>
        </div>
      </div>
      <Suspense>{adding ? <NewDealDialog contact={{ contactId, name }} onClose={add.close} /> : null}</Suspense>
    </Page>
  );
}
