export { connect, type Database } from './client.ts';
export { type EmbeddedDatabase, findEmbedded, startEmbedded } from './embedded.ts';
export { EmbeddedDatabaseError } from './embedded-server.ts';
export type { ActorRow, IdentityLookups } from './identity.ts';
export { migrate, migrationCount } from './migrate.ts';
export { DatabaseUnavailable } from './pool.ts';
export { changesChannel, type Scope, type Tx } from './tenant.ts';
