import type { StandIns } from '@beback/vendors';

let made = 0;

/** A slash command as Slack sends it. */
export function slashCommand(standIns: StandIns, line: string, change: Record<string, string> = {}) {
  made += 1;
  const [command = '', ...words] = line.split(' ');
  return {
    token: 'retired',
    team_id: 'T0NORTHSIDE',
    team_domain: 'northside',
    channel_id: 'C0FLOOR',
    channel_name: 'floor',
    user_id: 'U0ANA',
    user_name: 'ana',
    command,
    text: words.join(' '),
    api_app_id: 'A0BEBACK',
    response_url: `${standIns.url.slackHooks}/commands/T0NORTHSIDE/${made}`,
    trigger_id: `13.37.${made}`,
    ...change,
  };
}

/** A pressed button as Slack sends it. */
export function pressed(standIns: StandIns, actionId: string, value: string, change: object = {}) {
  made += 1;
  return {
    type: 'block_actions',
    token: 'retired',
    team: { id: 'T0NORTHSIDE', domain: 'northside' },
    user: { id: 'U0ANA', username: 'ana', team_id: 'T0NORTHSIDE' },
    channel: { id: 'C0FLOOR', name: 'floor' },
    container: { type: 'message', is_ephemeral: true },
    trigger_id: `13.37.${made}`,
    response_url: `${standIns.url.slackHooks}/actions/T0NORTHSIDE/${made}`,
    actions: [{ type: 'button', action_id: actionId, block_id: 'b', value, action_ts: '1' }],
    ...change,
  };
}

/** A direct message to the bot as Slack sends it. */
export function directMessage(text: string, change: object = {}) {
  made += 1;
  const event = { type: 'message', channel_type: 'im', channel: 'D0ANA', user: 'U0ANA', text, ts: `1.${made}` };
  return {
    type: 'event_callback',
    token: 'retired',
    team_id: 'T0NORTHSIDE',
    event_id: `Ev${made}`,
    event: { ...event, ...change },
  };
}

/** A text message as Twilio sends it. */
export function inboundText(body: string, change: Record<string, string> = {}) {
  made += 1;
  return {
    MessageSid: `SM${String(made).padStart(32, '0')}`,
    AccountSid: `AC${'0a'.repeat(16)}`,
    From: '+12145550101',
    To: '+12145550100',
    Body: body,
    NumMedia: '0',
    FromCity: 'DALLAS',
    ...change,
  };
}
