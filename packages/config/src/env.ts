import { z } from 'zod';

const text = z.string().min(1);
const url = z.url({ protocol: /^https?$/, error: 'must be an http:// or https:// address' });
const database = z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' });
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/, 'must be a phone number like +12145550100');
const instant = z.iso.datetime({ offset: true, error: 'must be an ISO instant like 2026-03-02T15:00:00Z' });

const variables = z.object({
  PORT: z.coerce.number({ error: 'must be a number from 0 to 65535' }).int().min(0).max(65535).default(3000),
  HOST: text.default('127.0.0.1'),
  PUBLIC_URL: url.optional(),
  DATA_DIR: text.default('.beback'),
  DATABASE_URL: database.optional(),
  DATABASE_OWNER_URL: database.optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  METRICS_TOKEN: text.optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CLERK_SECRET_KEY: text.optional(),
  CLERK_PUBLISHABLE_KEY: text.optional(),
  CLERK_JWT_KEY: text.optional(),
  CLERK_WEBHOOK_SIGNING_SECRET: text.optional(),
  CLERK_API_URL: url.optional(),
  STRIPE_SECRET_KEY: text.optional(),
  STRIPE_WEBHOOK_SECRET: text.optional(),
  STRIPE_PRICE_SOLO: text.optional(),
  STRIPE_PRICE_TEAM: text.optional(),
  STRIPE_API_BASE: url.optional(),
  RESEND_API_KEY: text.optional(),
  RESEND_WEBHOOK_SECRET: text.optional(),
  RESEND_BASE_URL: url.optional(),
  EMAIL_FROM: text.optional(),
  SLACK_CLIENT_ID: text.optional(),
  SLACK_CLIENT_SECRET: text.optional(),
  SLACK_SIGNING_SECRET: text.optional(),
  SLACK_BOT_TOKEN: text.optional(),
  SLACK_API_URL: url.optional(),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-f]{32}$/i, 'must be "AC" and 32 hexadecimal digits')
    .optional(),
  TWILIO_AUTH_TOKEN: text.optional(),
  TWILIO_REP_NUMBER: phone.default('+12145550100'),
  TWILIO_CUSTOMER_NUMBER: phone.optional(),
  TWILIO_API_BASE: url.optional(),
  ANTHROPIC_API_KEY: text.optional(),
  ANTHROPIC_BASE_URL: url.optional(),
  GOOGLE_GENERATIVE_AI_API_KEY: text.optional(),
  GOOGLE_BASE_URL: url.optional(),
  SENTRY_DSN: url.optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  CLOCK_START: instant.optional(),
});

/** Everything the environment says, parsed; names as in the environment. */
export type Env = z.infer<typeof variables>;

/** The environment holds a value that cannot be used. Its message is one line a person can act on. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Keys with which something real happens. TWILIO_AUTH_TOKEN alone only tells who signed a message. */
const liveKeys = [
  'CLERK_SECRET_KEY',
  'STRIPE_SECRET_KEY',
  'RESEND_API_KEY',
  'TWILIO_ACCOUNT_SID',
  'SLACK_BOT_TOKEN',
] as const;

/**
 * Reads and checks the environment; an empty value counts as not set.
 * Takes the variables (the process's own by default); gives them typed; throws ConfigError naming the first bad one.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ConfigError(`${String(issue?.path[0])} ${sentence(issue?.message)}.`);
  }
  const env = parsed.data;
  const live = env.CLOCK_START && liveKeys.find((key) => env[key]);
  if (live) throw new ConfigError(`CLOCK_START cannot be used beside a live vendor key (${live} is set).`);
  return env;
}

function sentence(message = 'is malformed'): string {
  return message.startsWith('must') ? message : `is malformed: ${message}`;
}
