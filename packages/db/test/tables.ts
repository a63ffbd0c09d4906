/** What the server's login may do with a table. */
type Verb = 'select' | 'insert' | 'update' | 'delete';

const usual: readonly Verb[] = ['select', 'insert', 'update'];

/** Everybody in the workspace sees every row. */
export const tenantTables: Record<string, readonly Verb[]> = {
  workspaces: usual,
  counters: usual,
  members: usual,
  pipelines: usual,
  stages: usual,
  inbound: usual,
  views: usual,
};

/** Each row says who sees it, in `visible_to`, beside those who see the floor. */
export const visibleTables: Record<string, readonly Verb[]> = {
  companies: usual,
  contacts: usual,
  contact_keys: ['select'],
  deals: usual,
  deal_shares: ['select', 'insert', 'delete'],
  stage_transitions: ['select', 'insert'],
  vehicles: usual,
  trades: usual,
  activities: usual,
  tasks: usual,
  appointments: usual,
  changes: ['select', 'insert'],
  questions: usual,
  imports: usual,
  exports: usual,
  visits: usual,
  notices: usual,
  invitations: usual,
  api_keys: usual,
};

/** Read before a tenant is known, and only by the functions of identity.ts. */
export const directoryTables = [
  'invitation_directory',
  'key_directory',
  'link_directory',
  'person_directory',
  'phone_directory',
  'rate_counters',
  'slack_directory',
];

/** People and their sessions: the sign-in library's, in the schema `auth`. */
export const authTables = [
  'account',
  'clerk_session',
  'clerk_user',
  'delivery',
  'session',
  'two_factor',
  'user',
  'verification',
];

/** The tables policies hold to one workspace, with what the server's login may do there. */
export const heldTables = { ...tenantTables, ...visibleTables };
