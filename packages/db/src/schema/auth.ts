import { boolean, index, integer, pgSchema, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

// Better Auth's own tables, in a schema of their own: people, not tenants.
export const authSchema = pgSchema('auth');
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const user = authSchema.table('user', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  email: text('email').notNull().unique(),
  emailVerified: boolean('email_verified').notNull().default(false),
  image: text('image'),
  twoFactorEnabled: boolean('two_factor_enabled').notNull().default(false),
  createdAt: at('created_at').notNull(),
  updatedAt: at('updated_at').notNull(),
});

export const session = authSchema.table(
  'session',
  {
    id: text('id').primaryKey(),
    token: text('token').notNull().unique(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    /** The workspace this browser looks at; null means the person's only or first one. */
    workspaceId: text('workspace_id'),
    expiresAt: at('expires_at').notNull(),
    ipAddress: text('ip_address'),
    userAgent: text('user_agent'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [index().on(t.userId)],
);

export const account = authSchema.table(
  'account',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id').notNull(),
    providerId: text('provider_id').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: at('access_token_expires_at'),
    refreshTokenExpiresAt: at('refresh_token_expires_at'),
    scope: text('scope'),
    password: text('password'),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [index().on(t.userId)],
);

export const verification = authSchema.table(
  'verification',
  {
    id: text('id').primaryKey(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: at('expires_at').notNull(),
    createdAt: at('created_at').notNull(),
    updatedAt: at('updated_at').notNull(),
  },
  (t) => [index().on(t.identifier)],
);

export const twoFactor = authSchema.table(
  'two_factor',
  {
    id: text('id').primaryKey(),
    secret: text('secret').notNull(),
    backupCodes: text('backup_codes').notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => user.id),
    verified: boolean('verified').notNull().default(true),
    failedVerificationCount: integer('failed_verification_count').notNull().default(0),
    lockedUntil: at('locked_until'),
  },
  (t) => [index().on(t.userId)],
);

/** A person as Clerk's webhooks last described them. Their address is what memberships are found by. */
export const clerkUser = authSchema.table(
  'clerk_user',
  {
    id: text('id').primaryKey(),
    email: text('email'),
    name: text('name').notNull().default(''),
    /** Clerk's own time of the last change: an older description never overwrites a newer one. */
    updatedAt: at('updated_at').notNull(),
    /** A deleted user stays deleted, whatever arrives later. */
    deletedAt: at('deleted_at'),
  },
  (t) => [index().on(t.email)],
);

/** Which workspace a Clerk session looks at; the session itself is Clerk's. */
export const clerkSession = authSchema.table('clerk_session', {
  id: text('id').primaryKey(),
  userId: text('user_id').notNull(),
  workspaceId: text('workspace_id'),
  updatedAt: at('updated_at').notNull(),
});

/** Webhooks about people, handled once each; those about a dealership stand in `inbound`. */
export const delivery = authSchema.table(
  'delivery',
  {
    provider: text('provider').notNull(),
    externalId: text('external_id').notNull(),
    createdAt: at('created_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.externalId] })],
);
