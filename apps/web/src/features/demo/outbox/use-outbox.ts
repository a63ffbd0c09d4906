import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryClient } from '../../../trpc.ts';
import { type OutboxEntry, readOutbox } from '../demo-requests.ts';

const queryKey = ['demo', 'outbox'];
const kept = 500;

/** Everything that would have been sent, oldest first, as it is sent. */
export function useOutbox(): UseQueryResult<OutboxEntry[]> {
  useEffect(() => {
    const stream = new EventSource('/demo/outbox/stream');
    // Also after a lost connection: what was sent in the meantime is in the list.
    stream.onopen = () => void queryClient.invalidateQueries({ queryKey });
    stream.onmessage = ({ data }) => {
      const entry: OutboxEntry = JSON.parse(data);
      queryClient.setQueryData<OutboxEntry[]>(queryKey, (before = []) => add(before, entry));
    };
    return () => stream.close();
  }, []);
  return useQuery({ queryKey, queryFn: readOutbox });
}

function add(before: OutboxEntry[], entry: OutboxEntry): OutboxEntry[] {
  const known = before.some(({ id, channel }) => id === entry.id && channel === entry.channel);
  return known ? before : [...before, entry].slice(-kept);
}
