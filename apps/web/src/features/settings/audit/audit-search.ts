/** What the audit log can be narrowed to; the same words stand in its address. */
export interface AuditSearch {
  memberId?: string;
  door?: Door;
  what?: What;
  address?: string;
  from?: string;
  to?: string;
}

export type Door = (typeof doors)[number][0];
export type What = (typeof whats)[number][0];

export const doors = [
  ['web', 'Web'],
  ['sms', 'Text'],
  ['slack', 'Slack'],
  ['api', 'API'],
  ['job', 'By itself'],
  ['assistant', 'Assistant'],
] as const;

export const whats = [
  ['sign_ins', 'Sign-ins'],
  ['people', 'People'],
  ['deals', 'Deals and customers'],
  ['exports', 'Imports and exports'],
  ['keys', 'API keys'],
  ['settings', 'Settings'],
] as const;

const day = /^\d{4}-\d\d-\d\d$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const address = /^[0-9a-f.:]{1,45}$/i;

/** Reads the filters from an address; what cannot be understood is left out. */
export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const text = (name: string, pattern: RegExp) => {
    const value = search[name];
    return typeof value === 'string' && pattern.test(value) ? { [name]: value } : {};
  };
  const door = doors.find(([value]) => value === search.door)?.[0];
  const what = whats.find(([value]) => value === search.what)?.[0];
  return {
    ...text('memberId', uuid),
    ...text('address', address),
    ...text('from', day),
    ...text('to', day),
    ...(door ? { door } : {}),
    ...(what ? { what } : {}),
  };
}

/** Whether anything is left out of the log. */
export function isFiltered(search: AuditSearch): boolean {
  return Object.values(search).some((value) => value !== undefined);
}
