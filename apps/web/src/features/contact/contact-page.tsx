import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import type { Contact } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import { LogComposer } from '../activity/log-composer.tsx';
import { Timeline } from '../activity/timeline.tsx';
import { NewDealDialog } from '../deal/new-deal.ts';
import { useMayWrite } from '../session/use-me.ts';
import { ContactDeals } from './contact-deals.tsx';
import { ContactDialog } from './contact-dialog.tsx';
import { ContactFacts } from './contact-facts.tsx';
import styles from './contact-page.module.css';

/** One customer: how to reach them, their deals, and everything that happened. */
export function ContactPage({ contactId }: { contactId: string }) {
  const contact = useQuery(trpc.contact.get.queryOptions({ contactId }));
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
  const [editing, edit] = useDisclosure();
  const [adding, add] = useDisclosure();
  const mayWrite = useMayWrite();
  const actions = mayWrite ? (
    <>
      <Button variant="default" leftSection={<IconPencil size={16} />} onClick={edit.open}>
        Edit
      </Button>
      <Button leftSection={<IconPlus size={16} />} onClick={add.open}>
        Start a deal
      </Button>
    </>
  ) : null;
  return (
    <Page title={name} aside={actions}>
      <div className={styles.columns}>
        <div>
          <ContactFacts contact={contact} />
          <ContactDeals contactId={contactId} />
        </div>
        <section className={styles.story} aria-label="What happened">
          {mayWrite ? <LogComposer contactId={contactId} /> : null}
          <Timeline contactId={contactId} />
        </section>
      </div>
      {editing ? <ContactDialog contact={contact} onClose={edit.close} onSaved={() => {}} /> : null}
      <Suspense>{adding ? <NewDealDialog contact={{ contactId, name }} onClose={add.close} /> : null}</Suspense>
    </Page>
  );
}
