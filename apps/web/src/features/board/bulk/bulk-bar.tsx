import { Button, Menu } from '@mantine/core';
import { IconArrowRight, IconTag, IconUser, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { Board } from '../../../api.ts';
import { shortMoney } from '../../../format/money.ts';
import { trpc } from '../../../trpc.ts';
import { useMembers } from '../../member/use-members.ts';
import { useMe } from '../../session/use-me.ts';
import { selectNothing, useSelection } from '../selection.ts';
import styles from './bulk-bar.module.css';
import { useBulkDeals } from './use-bulk-deals.ts';
import { useBulkMove } from './use-bulk-move.tsx';

/** What can be done with the selected cards, over the foot of the board. */
export function BulkBar({ board }: { board: Board }) {
  const selected = useSelection();
  const me = useMe();
  const members = useMembers();
  const sources = useQuery(trpc.deal.sources.queryOptions()).data?.offered ?? [];
  const bulk = useBulkDeals();
  const { request, choose, dialog } = useBulkMove(board.stages);
  const chosen = board.stages.flatMap(({ deals }) => deals.filter(({ dealId }) => selected.has(dealId)));
  const dealIds = chosen.map(({ dealId }) => dealId);
  const cents = chosen.reduce((sum, deal) => sum + deal.valueCents, 0);
  const lost = board.stages.find(({ kind }) => kind === 'lost');
  const owners = [...members.values()].filter(({ active, role }) => active && role !== 'read_only');
  const give = (ownerId: string | null, name: string) =>
    bulk.mutate({ dealIds, set: { ownerId }, done: `given to ${name}` });
  if (chosen.length === 0) return dialog;
  return (
    <>
      <section className={styles.bar} aria-label="Selected deals">
        <p className={styles.count}>
          <strong>{chosen.length}</strong> selected
          <span className={styles.sum}>{shortMoney(cents, me.workspace.currency)}</span>
        </p>
        <Button variant="default" leftSection={<IconArrowRight size={15} />} onClick={() => choose(dealIds)}>
          Move to…
        </Button>
        <Choice
          target={
            <Button variant="default" leftSection={<IconUser size={15} />}>
              Give to…
            </Button>
          }
          options={[
            ...owners.map(({ memberId, name }) => ({ name, act: () => give(memberId, name) })),
            ...(me.role === 'rep' ? [] : [{ name: 'Nobody yet', act: () => give(null, 'nobody') }]),
          ]}
        />
        <Choice
          target={
            <Button variant="default" leftSection={<IconTag size={15} />}>
              Source…
            </Button>
          }
          options={sources.map((source) => ({
            name: source,
            act: () => bulk.mutate({ dealIds, set: { source }, done: `now from ${source}` }),
          }))}
        />
        {lost ? (
          <Button variant="default" onClick={() => request(dealIds, lost)}>
            Lost…
          </Button>
        ) : null}
        <button type="button" className={styles.close} aria-label="Select nothing" onClick={selectNothing}>
          <IconX size={17} aria-hidden />
        </button>
      </section>
      {dialog}
    </>
  );
}

interface ChoiceProps {
  target: ReactElement;
  options: readonly { name: string; act: () => void }[];
}

function Choice({ target, options }: ChoiceProps) {
  return (
    <Menu position="top" width={220}>
      <Menu.Target>{target}</Menu.Target>
      <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
        {options.map(({ name, act }) => (
          <Menu.Item key={name} onClick={act}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
