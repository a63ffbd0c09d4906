type Json = Record<string, unknown>;

/** One verified delivery, as plain JSON: it can be stored, and handled later. */
export interface SlackDelivery {
  /** event_id, or team and trigger_id: the same for every copy Slack sends. */
  externalId: string;
  body: Json;
  retryNum?: number;
  retryReason?: string;
}

/** What a verified request turned out to be. */
export type SlackRequest =
  | { kind: 'delivery'; externalId: string; body: Json }
  | { kind: 'challenge'; challenge: string }
  | { kind: 'ignored' }
  | { kind: 'malformed' };

/** Reads a verified body by its content type. What we do not handle is ignored, what cannot be read is malformed; never throws. */
export function readSlackRequest(rawBody: Buffer, contentType: string): SlackRequest {
  const body = contentType.startsWith('application/json') ? readJson(rawBody.toString()) : readForm(rawBody.toString());
  if (!body) return { kind: 'malformed' };
  if (body.type === 'url_verification' && typeof body.challenge === 'string') {
    return { kind: 'challenge', challenge: body.challenge };
  }
  const externalId = eventId(body) ?? commandId(body) ?? buttonId(body);
  if (externalId === undefined) return { kind: 'ignored' };
  const { token: _retired, ...rest } = body;
  return { kind: 'delivery', externalId, body: rest };
}

function readForm(text: string): Json | undefined {
  const form = Object.fromEntries(new URLSearchParams(text));
  return form.payload === undefined ? form : readJson(form.payload);
}

function readJson(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function eventId(body: Json): string | undefined {
  const { type, event, event_id: id } = body;
  return type === 'event_callback' && isJson(event) && typeof id === 'string' ? id : undefined;
}

function commandId(body: Json): string | undefined {
  const { command, team_id: team, user_id: user, trigger_id: trigger, response_url: url } = body;
  const complete = [command, team, user, trigger, url].every((each) => typeof each === 'string');
  return complete ? `${team}:${trigger}` : undefined;
}

function buttonId(body: Json): string | undefined {
  const { type, user, team, actions, trigger_id: trigger, response_url: url } = body;
  if (type !== 'block_actions' || !isJson(user) || !Array.isArray(actions) || !isJson(actions[0])) return undefined;
  const teamId = isJson(team) ? team.id : user.team_id;
  const complete = [user.id, teamId, trigger, url].every((each) => typeof each === 'string');
  return complete ? `${teamId}:${trigger}` : undefined;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
