import type { Role } from './roles.ts';

/** The subjects of the settings, by whose they are. */
const groups = [
  {
    title: 'You',
    places: [
      { to: '/settings', label: 'Profile' },
      { to: '/settings/security', label: 'Sign-in' },
      { to: '/settings/notifications', label: 'Notifications' },
    ],
  },
  {
    title: 'Dealership',
    places: [
      { to: '/settings/workspace', label: 'Workspace' },
      { to: '/settings/members', label: 'Members' },
      { to: '/settings/pipeline', label: 'Pipeline' },
      { to: '/settings/sources', label: 'Sources' },
      { to: '/settings/lost-reasons', label: 'Lost reasons' },
    ],
  },
  {
    title: 'Data',
    places: [
      { to: '/import', label: 'Import' },
      { to: '/settings/exports', label: 'Exports' },
      { to: '/settings/keys', label: 'API keys' },
      { to: '/settings/audit', label: 'Audit log' },
    ],
  },
] as const;

const forManagers: readonly string[] = ['/settings/keys', '/settings/audit'];

/** The subjects worth offering in a role; an address of another one still answers, with a sentence. */
export function settingsFor(role: Role) {
  const manages = role === 'owner' || role === 'manager';
  return groups.map(({ title, places }) => ({
    title,
    places: places.filter(({ to }) => manages || !forManagers.includes(to)),
  }));
}

/** The subject at a path, if it is one. */
export function placeOf(path: string) {
  return groups.flatMap(({ places }) => [...places]).find(({ to }) => to === path.replace(/\/$/, ''));
}
