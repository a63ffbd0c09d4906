import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ApiKey, MadeKey } from '../../../api.ts';
import { ErrorPanel } from '../../../errors/error-panel.tsx';
import { trpc } from '../../../trpc.ts';
import { BoneLines } from '../../../ui/bone.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { Section } from '../../../ui/section.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { useMe } from '../../session/use-me.ts';
import { NotYours } from '../not-yours.tsx';
import { KeyDialog } from './key-dialog.tsx';
import { KeyRow } from './key-row.tsx';
import { NewKey } from './new-key.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

/** Keys for programs: each acts as a member, within its scope, until it runs out or is revoked. */
export function KeySettings() {
  const { role } = useMe();
  if (role === 'owner' || role === 'manager') return <Keys />;
  return (
    <NotYours title="API keys" sentence="API keys are made by owners and managers.">
      They can make one that acts as you.
    </NotYours>
  );
}

type Dialog = { open: 'create' } | { open: 'made'; made: MadeKey } | { open: 'revoke'; key: ApiKey } | null;

function Keys() {
  const [dialog, setDialog] = useState<Dialog>(null);
  const keys = useInfiniteQuery(
    trpc.key.list.infiniteQueryOptions({ limit: 50 }, { getNextPageParam: (page) => page.nextCursor }),
  );
  if (keys.isPending) return <BoneLines lines={4} height={52} />;
  if (!keys.data) return <ErrorPanel error={keys.error} onRetry={() => void keys.refetch()} />;
  const items = keys.data.pages.flatMap((page) => page.items);
  const close = () => setDialog(null);
  const create = <TextButton onClick={() => setDialog({ open: 'create' })}>Create key</TextButton>;
  return (
    <Section title="API keys" action={items.length > 0 ? create : null}>
      {items.length === 0 ? (
        <Empty
          title="No keys yet."
          text="A key lets a program read or write what one member may: a report every night, your website’s leads."
          action={create}
        />
      ) : null}
      <ul>
        {items.map((key) => (
          <KeyRow key={key.keyId} apiKey={key} onRevoke={() => setDialog({ open: 'revoke', key })} />
        ))}
      </ul>
      {keys.hasNextPage ? (
        <TextButton disabled={keys.isFetchingNextPage} onClick={() => void keys.fetchNextPage()}>
          Show older
        </TextButton>
      ) : null}
      {dialog?.open === 'create' ? (
        <KeyDialog onMade={(made) => setDialog({ open: 'made', made })} onClose={close} />
      ) : null}
      {dialog?.open === 'made' ? <NewKey made={dialog.made} onClose={close} /> : null}
      {dialog?.open === 'revoke' ? <RevokeDialog apiKey={dialog.key} onClose={close} /> : null}
    </Section>
  );
}
