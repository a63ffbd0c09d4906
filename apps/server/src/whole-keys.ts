import { ConfigError, type Env } from '@beback/config';
import { clerkKeysOf } from './identity/clerk-keys.ts';

/** Keys that only work together. */
const pairs = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
  ['RESEND_API_KEY', 'EMAIL_FROM'],
] as const;

/** Refuses keys of which one half is missing, and Clerk's when one of them cannot be one. Throws ConfigError naming it. */
export function assertWholeKeys(env: Env): void {
  for (const [key, needs] of pairs) {
    if (env[key] && !env[needs]) throw new ConfigError(`${key} is set but ${needs} is not; set both or neither.`);
  }
  clerkKeysOf(env);
}
