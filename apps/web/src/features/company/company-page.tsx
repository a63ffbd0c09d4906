import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Page } from '../../ui/page.tsx';
import pairs from '../../ui/pairs.module.css';
import { useMayWrite } from '../session/use-me.ts';
import { CompanyDialog } from './company-dialog.tsx';

/** One company, and the way to its people. */
export function CompanyPage({ companyId }: { companyId: string }) {
  const company = useQuery(trpc.company.get.queryOptions({ companyId }));
  const [editing, edit] = useDisclosure();
  const mayWrite = useMayWrite();
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
  const { name, phone: number, website, note, contacts } = company.data;
  const action = mayWrite ? (
    <Button variant="default" onClick={edit.open}>
      Edit
    </Button>
  ) : null;
  return (
    <Page title={name} aside={action} width="text">
      <dl className={pairs.pairs}>
        <dt>Contacts</dt>
        <dd>
          <Link to="/contacts" search={{ q: name }}>
            {contacts === 1 ? '1 person' : `${contacts} people`}
          </Link>
        </dd>
        {number ? <dt>Phone</dt> : null}
        {number ? (
          <dd>
            <a href={`tel:${number}`}>{phone(number)}</a>
          </dd>
        ) : null}
        {website ? <dt>Website</dt> : null}
        {website ? <dd>{website}</dd> : null}
        {note ? <dt>Note</dt> : null}
        {note ? <dd>{note}</dd> : null}
      </dl>
      {editing ? <CompanyDialog company={company.data} onClose={edit.close} /> : null}
    </Page>
  );
}
