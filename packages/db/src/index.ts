export { connect, type Database } from './client.ts';
export { type EmbeddedDatabase, EmbeddedDatabaseError, findEmbedded, startEmbedded } from './embedded.ts';
export type { ActorRow, IdentityLookups } from './identity.ts';
export { migrate, migrationCount } from './migrate.ts';
export { DatabaseUnavailable } from './pool.ts';
export { changesChannel, type Scope, type Tx } from './tenant.ts';
