import type { Me } from '../../api.ts';

export type Role = Me['role'];

/** What each role is called. */
export const roles: Record<Role, string> = {
  owner: 'Owner',
  manager: 'Manager',
  rep: 'Rep',
  read_only: 'Read only',
};

/** The roles somebody may give to others: owners any, managers those who work for them. */
export function rolesFor(role: Role): readonly Role[] {
  if (role === 'owner') return ['owner', 'manager', 'rep', 'read_only'];
  return role === 'manager' ? ['rep', 'read_only'] : [];
}
