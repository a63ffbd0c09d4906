import type { Clock, Env } from '@beback/config';
import {
  createEmail,
  createSlack,
  createSms,
  type EmailPort,
  type SlackPort,
  type SmsPort,
  type StandIns,
  startStandIns,
} from '@beback/vendors';
import type { Closing } from './process/closing.ts';

/** The vendors, real where their keys are set; the others speak to local stand-ins. */
export interface Vendors {
  sms: SmsPort;
  slack: SlackPort;
  email: EmailPort;
  /** Null when every vendor is real. */
  standIns: StandIns | null;
}

const standIn = {
  accountSid: `AC${'0'.repeat(32)}`,
  authToken: 'stand-in',
  botToken: 'xoxb-stand-in',
  apiKey: 're_stand_in',
  from: 'Beback <hello@beback.example>',
};

/** Connects the vendors. Throws when the stand-ins cannot listen. */
export async function connectVendors(env: Env, clock: Clock, closing: Closing): Promise<Vendors> {
  const allReal = env.TWILIO_ACCOUNT_SID && env.SLACK_BOT_TOKEN && env.RESEND_API_KEY;
  const standIns = allReal ? null : await startStandIns({ now: () => clock.now() });
  if (standIns) closing.add(() => standIns.close());
  return { sms: smsOf(env, standIns), slack: slackOf(env, standIns), email: emailOf(env, standIns), standIns };
}

function smsOf(env: Env, standIns: StandIns | null): SmsPort {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = env;
  if (accountSid && authToken) return createSms({ accountSid, authToken, baseUrl: env.TWILIO_API_BASE });
  return createSms({ ...standIn, baseUrl: standIns?.url.twilio });
}

function slackOf(env: Env, standIns: StandIns | null): SlackPort {
  if (env.SLACK_BOT_TOKEN) return createSlack({ botToken: env.SLACK_BOT_TOKEN, apiUrl: env.SLACK_API_URL });
  return createSlack({ ...standIn, apiUrl: standIns?.url.slack });
}

function emailOf(env: Env, standIns: StandIns | null): EmailPort {
  const { RESEND_API_KEY: apiKey, EMAIL_FROM: from } = env;
  if (apiKey && from) return createEmail({ apiKey, from, baseUrl: env.RESEND_BASE_URL });
  return createEmail({ ...standIn, baseUrl: standIns?.url.resend });
}
