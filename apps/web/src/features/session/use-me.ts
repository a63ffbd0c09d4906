import { useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Me } from '../../api.ts';
import { startLive, useLiveStatus } from '../../live/connection.ts';
import { trpc } from '../../trpc.ts';

/** Who is signed in, with the workspace; always known inside the shell, which loads it first. */
export function useMe(): Me {
  return useSuspenseQuery(trpc.member.me.queryOptions()).data;
}

/** Follows the dealership from the moment on at which it was read who is signed in, for as long as the caller is shown. */
export function useLive(): void {
  const { data, dataUpdatedAt } = useSuspenseQuery(trpc.member.me.queryOptions());
  const [first] = useState({ seq: data.seq, readAt: dataUpdatedAt });
  useEffect(() => startLive(first), [first]);
}

/** Whether this member may log: what is said without a connection is sent later. */
export function useMayLog(): boolean {
  return useMe().role !== 'read_only';
}

/** Whether this member can change anything now: without a connection, what is on the screen is there to be read. */
export function useMayWrite(): boolean {
  const mayLog = useMayLog();
  return useLiveStatus() !== 'offline' && mayLog;
}
