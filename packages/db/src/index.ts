export { addJob, maxAttempts } from './add-job.ts';
export { connect, type Database } from './client.ts';
export { type EmbeddedDatabase, findEmbedded, startEmbedded } from './embedded.ts';
export { EmbeddedDatabaseError } from './embedded-server.ts';
export type { ActorRow, IdentityLookups, LinkCode, OpenInvitation, PersonRow, Share } from './identity.ts';
export { migrate, migrationCount } from './migrate.ts';
export { DatabaseUnavailable } from './pool.ts';
export { placeholders, prepared } from './prepared.ts';
export { changesChannel, type Scope, type Tx } from './tenant.ts';
