import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import type { Company } from '../../api.ts';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import pairs from '../../ui/pairs.module.css';
import { Section } from '../../ui/section.tsx';
import { ContactDeals } from '../contact/contact-deals.tsx';
import { useMayWrite, useMe } from '../session/use-me.ts';
import styles from './companies.module.css';
import { CompanyDialog } from './company-dialog.tsx';
import { CompanyPeople } from './company-people.tsx';
import { KindMark } from './company-row.tsx';
import { kindWords } from './company-words.ts';
import { RemoveCompanyDialog } from './remove-company-dialog.tsx';

/** One company or household: its people, their deals, and what to know. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const company = useQuery(trpc.company.get.queryOptions({ companyId }));
  if (!company.data) {
    return (
      <Page>
        {company.isPending ? (
          <BoneLines lines={4} />
        ) : (
          <ErrorPanel error={company.error} onRetry={() => void company.refetch()} />
        )}
      </Page>
    );
  }
  return <Known company={company.data} />;
}

function Known({ company }: { company: Company }) {
  const { companyId, name, kind, phone: number, website, note } = company;
  const [editing, edit] = useDisclosure();
  const [removing, remove] = useDisclosure();
  const mayWrite = useMayWrite();
  const { role } = useMe();
  const actions = mayWrite ? (
    <>
      {role === 'owner' || role === 'manager' ? (
        <Button variant="subtle" color="gray" onClick={remove.open}>
          Remove
        </Button>
      ) : null}
      <Button variant="default" onClick={edit.open}>
        Edit
      </Button>
    </>
  ) : null;
  const known = number || website || note;
  return (
    <Page title={name} aside={actions}>
      <p className={styles.lead}>
        <KindMark kind={kind} /> {kindWords[kind].meaning}
      </p>
      <div className={styles.columns}>
        <div>
          <Section title="Reach">
            {known ? null : <p className={styles.sub}>No number, website or note yet. Edit adds them.</p>}
            <dl className={pairs.pairs}>
              {number ? <dt>Phone</dt> : null}
              {number ? (
                <dd>
                  <a href={`tel:${number}`}>{phone(number)}</a>
                </dd>
              ) : null}
              {website ? <dt>Website</dt> : null}
              {website ? <dd>{website}</dd> : null}
            </dl>
            {note ? <p className={styles.note}>{note}</p> : null}
          </Section>
        </div>
        <div>
          <CompanyPeople company={company} />
          <ContactDeals companyId={companyId} />
        </div>
      </div>
      {editing ? <CompanyDialog company={company} kind={kind} onClose={edit.close} /> : null}
      {removing ? <RemoveCompanyDialog company={company} onClose={remove.close} /> : null}
    </Page>
  );
}
