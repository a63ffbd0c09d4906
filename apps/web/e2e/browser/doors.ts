import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { signSlack, signTwilio } from '@beback/vendors';
import { afterAll, expect } from 'vitest';
import { beback } from './visit.ts';

/** What Beback answers in Slack. */
interface SlackAnswer {
  text: string;
  blocks: { type: string; elements?: { text: { text: string }; action_id: string; value: string }[] }[];
}

/** Linked phones of the demo dealership. */
export const phones = { ana: '+12145550101', ben: '+12145550102', stranger: '+12145559999' };

/** Sends a text message as Twilio delivers it, signed with Twilio's own function. Gives the TwiML that answers it. */
export async function sendText(from: string, body: string): Promise<string> {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const params = { MessageSid: sid, AccountSid: `AC${'0'.repeat(32)}`, From: from, To: '+12145550100', Body: body };
  const url = `${beback.url}/sms/inbound`;
  const signature = signTwilio({ authToken: beback.secrets.twilioAuthToken, url, params });
  const headers = { 'x-twilio-signature': signature };
  const response = await fetch(url, { method: 'POST', headers, body: new URLSearchParams(params) });
  expect(response.status).toBe(200);
  return response.text();
}

/** Sends a slash command as Slack delivers it, signed. Gives the answer that arrives at its response_url. */
export function sendCommand(userId: string, line: string): Promise<SlackAnswer> {
  const [command = '', ...words] = line.split(' ');
  return deliver((where) => ({ command, text: words.join(' '), user_id: userId, team_id: team, ...where }));
}

/** Presses a button under an answer as Slack delivers it, signed. Gives the answer that takes its place. */
export function pressButton(userId: string, answer: SlackAnswer, label: string): Promise<SlackAnswer> {
  const button = answer.blocks.flatMap(({ elements = [] }) => elements).find(({ text }) => text.text === label);
  if (!button) throw new Error(`the answer "${answer.text}" has no button "${label}"`);
  const action = { ...button, type: 'button', block_id: 'buttons', action_ts: '1' };
  const who = { team: { id: team }, user: { id: userId, team_id: team }, channel: { id: 'C0FLOOR' } };
  return deliver((where) => ({
    payload: JSON.stringify({ type: 'block_actions', ...who, ...where, actions: [action] }),
  }));
}

const team = 'T0NORTHSIDE';
const waiting = new Map<string, (answer: SlackAnswer) => void>();

/** Where Slack would take the answers: a response_url leads here. */
const slack = createServer(async (request, response) => {
  const answer: SlackAnswer = JSON.parse(await readText(request));
  response.end('ok');
  waiting.get(request.url ?? '')?.(answer);
});
afterAll(() => void slack.close());

async function deliver(form: (where: { trigger_id: string; response_url: string }) => Record<string, string>) {
  if (!slack.listening) await once(slack.listen(0, '127.0.0.1'), 'listening');
  const address = slack.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const path = `/${randomBytes(8).toString('hex')}`;
  const answered = new Promise<SlackAnswer>((resolve) => waiting.set(path, resolve));
  const where = { trigger_id: `1.${path.slice(1)}`, response_url: `http://127.0.0.1:${port}${path}` };
  const rawBody = new URLSearchParams(form(where)).toString();
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const signature = signSlack({ signingSecret: beback.secrets.slackSigning, timestamp, rawBody });
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
  };
  const response = await fetch(`${beback.url}/slack/events`, { method: 'POST', headers, body: rawBody });
  expect(response.status).toBe(200);
  return answered;
}
