import { useQuery } from '@tanstack/react-query';
import type { Member } from '../../api.ts';
import { trpc } from '../../trpc.ts';

const none: ReadonlyMap<string, Member> = new Map();

/** The people of this dealership by their id; empty until they are known. */
export function useMembers(): ReadonlyMap<string, Member> {
  return useQuery(trpc.member.list.queryOptions({}, { select: byId })).data ?? none;
}

function byId({ items }: { items: Member[] }): ReadonlyMap<string, Member> {
  return new Map(items.map((member) => [member.memberId, member]));
}
