import { ConfigError, type Env } from '@beback/config';
import { type ClerkKeys, malformedClerkKey, wholeLines } from '@beback/vendors/clerk-keys';

const variables = {
  secretKey: 'CLERK_SECRET_KEY',
  publishableKey: 'CLERK_PUBLISHABLE_KEY',
  jwtKey: 'CLERK_JWT_KEY',
  webhookSecret: 'CLERK_WEBHOOK_SIGNING_SECRET',
} as const;

/** Clerk's keys, or null where people sign in by codes. Throws ConfigError naming the first that is missing or cannot be one. */
export function clerkKeysOf(env: Env): ClerkKeys | null {
  if (!env.CLERK_SECRET_KEY) return null;
  const given = (key: keyof ClerkKeys): string => {
    const value = env[variables[key]];
    if (!value) throw new ConfigError(`CLERK_SECRET_KEY is set but ${variables[key]} is not; Clerk needs both.`);
    return value;
  };
  const keys: ClerkKeys = {
    secretKey: env.CLERK_SECRET_KEY,
    publishableKey: given('publishableKey'),
    jwtKey: wholeLines(given('jwtKey')),
    webhookSecret: given('webhookSecret'),
  };
  const wrong = malformedClerkKey(keys);
  if (wrong) throw new ConfigError(`${variables[wrong.key]} ${wrong.must}.`);
  return keys;
}
