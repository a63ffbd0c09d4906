import { randomBytes } from 'node:crypto';
import { type StandIns, signSlack, signTwilio } from '@beback/vendors';
import type { LocalAddresses } from '../http/local-addresses.ts';
import type { Secrets } from '../secrets.ts';
import { lakeside, northside } from './people.ts';

/** A phone that nobody holds: its texts take the same way as Twilio's. */
export interface DemoPhone {
  /** The reps' line. */
  number: string;
  /** Sends a text; gives what came back on the same phone, or null. */
  text(message: { from: string; body: string }): Promise<{ status: number; reply: string | null }>;
}

type Typed = { userId: string; command: string; text: string };
type Pressed = { userId: string; actionId: string; value: string; responseUrl?: string };

/** A Slack that nobody runs: its requests take the same way as Slack's. Answers arrive in the outbox under `replyTo`. */
export interface DemoSlack {
  send(input: Typed | Pressed): Promise<{ ok: boolean; status: number; replyTo: string }>;
}

/** Signs texts as Twilio does and sends them over HTTP to this server's own route. */
export function createDemoPhone(number: string, secrets: Secrets, addresses: LocalAddresses): DemoPhone {
  return {
    number,
    text: async ({ from, body }) => {
      const sid = `SM${randomBytes(16).toString('hex')}`;
      const params = {
        MessageSid: sid,
        AccountSid: `AC${'0'.repeat(32)}`,
        From: from,
        To: number,
        Body: body,
        NumMedia: '0',
      };
      const url = `${addresses.all[0]}/sms/inbound`;
      const signature = signTwilio({ authToken: secrets.twilioAuthToken, url, params });
      const response = await fetch(`${addresses.self}/sms/inbound`, {
        method: 'POST',
        headers: { 'x-twilio-signature': signature },
        body: new URLSearchParams(params),
      });
      return { status: response.status, reply: messageOf(await response.text()) };
    },
  };
}

/** Signs commands and buttons as Slack does and sends them over HTTP to this server's own route. */
export function createDemoSlack(secrets: Secrets, addresses: LocalAddresses, standIns: StandIns): DemoSlack {
  return {
    send: async (input) => {
      const team = teamOf(input.userId);
      const trigger_id = `demo.${randomBytes(8).toString('hex')}`;
      const replyTo =
        'actionId' in input && input.responseUrl ? pathOf(input.responseUrl, standIns) : `demo/${trigger_id}`;
      const where = { team, trigger_id, response_url: `${standIns.url.slackHooks}/${replyTo}` };
      const form =
        'command' in input ? commandForm(input, where) : { payload: JSON.stringify(buttonPayload(input, where)) };
      const rawBody = new URLSearchParams(form).toString();
      const timestamp = String(Math.floor(Date.now() / 1_000));
      const response = await fetch(`${addresses.self}/slack/events`, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signSlack({ signingSecret: secrets.slackSigning, timestamp, rawBody }),
        },
        body: rawBody,
      });
      return { ok: response.ok, status: response.status, replyTo };
    },
  };
}

interface Where {
  team: string;
  trigger_id: string;
  response_url: string;
}

function commandForm({ userId, command, text }: Typed, { team, ...rest }: Where): Record<string, string> {
  const channel = { channel_id: 'C0FLOOR', channel_name: 'floor' };
  return { team_id: team, user_id: userId, command, text, api_app_id: 'A0BEBACK', ...channel, ...rest };
}

function buttonPayload({ userId, actionId, value }: Pressed, { team, ...rest }: Where) {
  const action = {
    type: 'button',
    action_id: actionId,
    block_id: 'buttons',
    value,
    action_ts: String(Date.now() / 1_000),
  };
  const user = { id: userId, team_id: team };
  return { type: 'block_actions', team: { id: team }, user, channel: { id: 'C0FLOOR' }, actions: [action], ...rest };
}

function teamOf(userId: string): string {
  const home = [northside, lakeside].find(({ people }) => people.some((person) => person.slackUserId === userId));
  return (home ?? northside).slackTeamId;
}

/** The stand-in's part of a response_url, given whole or as the outbox shows it. */
function pathOf(responseUrl: string, { url }: StandIns): string {
  return responseUrl.replace(`${url.slackHooks}/`, '').replace(/[^\w./:-]/g, '');
}

/** The text inside TwiML's one Message. */
function messageOf(twiml: string): string | null {
  const inner = /<Message>([\s\S]*?)<\/Message>/.exec(twiml)?.[1];
  if (inner === undefined) return null;
  const named: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return inner.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal) return String.fromCodePoint(Number(decimal));
    return named[name] ?? whole;
  });
}
