import type { Role } from '../context.ts';

/** "Ana Maria Lopez" → "AL": what stands on an avatar. */
export function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0] ?? name.trim();
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [first, last]
    .map((word) => (word ? [...word][0] : ''))
    .join('')
    .toUpperCase();
}

/** Whether somebody in a role may give, change or take away another: owners any, managers those who work for them. */
export function mayHandle(actor: Role, other: Role): boolean {
  return actor === 'owner' || (actor === 'manager' && (other === 'rep' || other === 'read_only'));
}

/** A role as people say it. */
export const roleNames: Record<Role, string> = {
  owner: 'owner',
  manager: 'manager',
  rep: 'rep',
  read_only: 'read-only member',
};
