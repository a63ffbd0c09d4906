import { randomBytes } from 'node:crypto';
import { signSlack, signTwilio } from '@beback/vendors';
import { slackSecret, twilioToken } from './demo-server.ts';
import type { RunningServer } from './server-process.ts';

type Change = { headers?: Record<string, string>; at?: Date; body?: string };

/** A text message's fields as Twilio sends them. */
export function textForm(from: string, body: string): Record<string, string> {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  return {
    MessageSid: sid,
    AccountSid: `AC${'0'.repeat(32)}`,
    From: from,
    To: '+12145550100',
    Body: body,
    NumMedia: '0',
  };
}

/** Sends a text as Twilio does; `signedFor` is the address that Twilio was told. */
export async function sendText(
  { url }: RunningServer,
  form: Record<string, string>,
  signature?: string,
  signedFor = url,
) {
  const genuine = signTwilio({ authToken: twilioToken, url: `${signedFor}/sms/inbound`, params: form });
  const response = await fetch(`${url}/sms/inbound`, {
    method: 'POST',
    headers: { 'x-twilio-signature': signature ?? genuine },
    body: new URLSearchParams(form),
  });
  return { status: response.status, body: await response.text() };
}

/** A slash command's fields as Slack sends them. */
export function commandForm(userId: string, command: string, text: string, responseUrl: string, team = 'T0NORTHSIDE') {
  const trigger = `1.${randomBytes(6).toString('hex')}`;
  const where = { team_id: team, channel_id: 'C0FLOOR', user_id: userId, api_app_id: 'A0BEBACK' };
  return { ...where, command, text, response_url: responseUrl, trigger_id: trigger };
}

/** Sends a form as Slack does, signed over its bytes. */
export async function sendSlack({ url }: RunningServer, form: Record<string, string>, change: Change = {}) {
  const rawBody = new URLSearchParams(form).toString();
  const timestamp = String(Math.floor((change.at ?? new Date()).getTime() / 1_000));
  const began = performance.now();
  const response = await fetch(`${url}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signSlack({ signingSecret: slackSecret, timestamp, rawBody }),
      ...change.headers,
    },
    body: change.body ?? rawBody,
  });
  return { status: response.status, body: await response.text(), ms: performance.now() - began };
}
