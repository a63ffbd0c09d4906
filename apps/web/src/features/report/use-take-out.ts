import { useMutation } from '@tanstack/react-query';
import { use } from 'react';
import { queryClient, trpc } from '../../trpc.ts';
import { ReportContext } from './cell-link.tsx';
import type { TableName } from './report.types.ts';

/** Hands a report's table to the browser as a file. */
export function useTakeOut(table: TableName) {
  const within = use(ReportContext);
  return useMutation({
    mutationFn: async () => {
      if (!within) return;
      const { days, memberId, source } = within;
      const filter = { ...days, ...(memberId ? { memberId } : {}), ...(source === undefined ? {} : { source }) };
      const { fileName, csv } = await queryClient.fetchQuery(
        trpc.report.csv.queryOptions({ table, filter }, { staleTime: 0 }),
      );
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv;charset=utf-8' }));
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
}
