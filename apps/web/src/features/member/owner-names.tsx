import { useMembers } from './use-members.ts';

const anyOf = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** Who owns the dealership, by name: "Olivia Owner"; "the owner" until it is known. */
export function OwnerNames() {
  const names = [...useMembers().values()].filter(({ active, role }) => active && role === 'owner');
  return names.length > 0 ? anyOf.format(names.map(({ name }) => name)) : 'the owner';
}
