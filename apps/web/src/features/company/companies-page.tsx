import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ErrorPanel } from '../../errors/error-panel.tsx';
import { phone } from '../../format/phone.ts';
import { trpc } from '../../trpc.ts';
import { BoneLines } from '../../ui/bone.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ListPage } from '../../ui/list-page.tsx';
import { VirtualRows } from '../../ui/virtual-rows.tsx';
import { useMayWrite } from '../session/use-me.ts';
import styles from './companies.module.css';
import { CompanyDialog } from './company-dialog.tsx';

/** The companies that buy, or whose people do. */
export function CompaniesPage() {
  const [adding, dialog] = useDisclosure();
  const mayWrite = useMayWrite();
  const companies = useInfiniteQuery(
    trpc.company.list.infiniteQueryOptions({ limit: 80 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  const items = companies.data?.pages.flatMap((page) => page.items) ?? [];
  const tools = mayWrite ? (
    <Button leftSection={<IconPlus size={16} />} onClick={dialog.open}>
      Add company
    </Button>
  ) : null;
  return (
    <ListPage title="Companies" tools={tools}>
      {companies.isPending ? <BoneLines lines={8} height={44} /> : null}
      {companies.isError && !companies.data ? (
        <ErrorPanel error={companies.error} onRetry={() => void companies.refetch()} />
      ) : null}
      {companies.isSuccess && items.length === 0 ? (
        <Empty title="No companies yet." text="Name one on a contact and it appears here." />
      ) : null}
      {items.length > 0 ? (
        <VirtualRows
          label="Companies"
          items={items}
          height={48}
          keyOf={(company) => company.companyId}
          row={(company) => (
            <Link to="/companies/$company" params={{ company: company.companyId }} className={styles.row}>
              <strong className="clip">{company.name}</strong>
              <span>{company.phone ? phone(company.phone) : ''}</span>
              <span className={styles.count}>
                {company.contacts === 1 ? '1 contact' : `${company.contacts} contacts`}
              </span>
            </Link>
          )}
          more={companies.hasNextPage && !companies.isFetchingNextPage}
          onEnd={companies.fetchNextPage}
        />
      ) : null}
      {adding ? <CompanyDialog company={null} onClose={dialog.close} /> : null}
    </ListPage>
  );
}
