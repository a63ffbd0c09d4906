import { IconChartHistogram, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { trpc } from '../../trpc.ts';
import { useMembers } from '../member/use-members.ts';
import styles from './behind-report.module.css';
import { cellWords } from './cell-address.ts';
import type { Cell } from './report.types.ts';

/** Says which number of a report these deals are, and leads out of it. */
export function BehindReport({ cell, onClear }: { cell: Cell; onClear: () => void }) {
  const members = useMembers();
  const stages = useQuery(trpc.stage.list.queryOptions()).data?.items;
  const member = members.get(cell.memberId ?? '')?.name;
  const stage = (id: string) => stages?.find(({ stageId }) => stageId === id)?.name;
  return (
    <p className={styles.behind}>
      <IconChartHistogram size={16} stroke={1.6} aria-hidden />
      <span>{cellWords(cell, { ...(member ? { member } : {}), stage })}</span>
      <button type="button" className={styles.clear} onClick={onClear} aria-label="Show every deal again">
        <IconX size={14} aria-hidden />
      </button>
    </p>
  );
}
