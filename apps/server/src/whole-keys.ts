import { ConfigError, type Env } from '@beback/config';

/** Keys that only work together. */
const pairs = [
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
  ['SLACK_BOT_TOKEN', 'SLACK_SIGNING_SECRET'],
  ['RESEND_API_KEY', 'EMAIL_FROM'],
] as const;

/** Refuses keys of which one half is missing. Throws ConfigError naming both. */
export function assertWholeKeys(env: Env): void {
  for (const [key, needs] of pairs) {
    if (env[key] && !env[needs]) throw new ConfigError(`${key} is set but ${needs} is not; set both or neither.`);
  }
}
