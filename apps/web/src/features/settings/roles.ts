import type { Me } from '../../api.ts';

export type Role = Me['role'];

/** What each role is called. */
export const roles: Record<Role, string> = {
  owner: 'Owner',
  manager: 'Manager',
  rep: 'Rep',
  read_only: 'Read only',
};

/** What somebody in each role may do, for those who give it. */
export const roleDuties: Record<Role, string> = {
  owner: 'Everything: the settings, the bill, and who else is an owner.',
  manager: 'Sees the floor, changes any deal, looks after reps, the pipeline and keys.',
  rep: 'Works their own deals and those shared with them.',
  read_only: 'Sees the floor and changes nothing.',
};

/** The roles somebody may give to others: owners any, managers those who work for them. */
export function rolesFor(role: Role): readonly Role[] {
  if (role === 'owner') return ['owner', 'manager', 'rep', 'read_only'];
  return role === 'manager' ? ['rep', 'read_only'] : [];
}
