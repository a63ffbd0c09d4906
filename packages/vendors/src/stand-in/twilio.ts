import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type Form, field } from './form.ts';
import type { StandInContext } from './server.ts';

interface Message {
  sid: string;
  account_sid: string;
  to: string;
  from: string;
  body: string;
  status: string;
  [other: string]: unknown;
}
interface Route {
  Params: { account: string; sid: string };
  Body: Form;
  Querystring: Form;
}

const NUMBER = /^\+[1-9]\d{6,14}$/;
const SENDER = /^(\+[1-9]\d{6,14}|\d{5,6})$/;
const KEPT = 500;

/** Twilio's Messages resource: create, list, fetch; and the account, for `check`. */
export async function twilioStandIn(app: FastifyInstance, context: StandInContext): Promise<void> {
  const sent: Message[] = [];
  app.addHook('onRequest', async (request, reply) => authorize(request, reply, context.keys?.twilioAuthToken));

  app.post<Route>('/2010-04-01/Accounts/:account/Messages.json', async (request, reply) => {
    const form = request.body ?? {};
    const refusal = refuse(form);
    if (refusal) return reply.code(400).send(twilioError(400, ...refusal));
    const message = newMessage(request.params.account, form, context.now());
    sent.push(message);
    if (sent.length > KEPT) sent.shift();
    const { sid, to, from, body } = message;
    context.outbox.add({ id: sid, at: context.now().toISOString(), channel: 'sms', to, from, body });
    return reply.code(201).send(message);
  });

  app.get<Route>('/2010-04-01/Accounts/:account/Messages.json', async (request) => {
    const { account } = request.params;
    const to = field(request.query, 'To');
    const from = field(request.query, 'From');
    const matches = sent.filter((m) => m.account_sid === account && (!to || m.to === to) && (!from || m.from === from));
    return page(account, matches.reverse().map(delivered), Number(field(request.query, 'PageSize')) || 50);
  });

  app.get<Route>('/2010-04-01/Accounts/:account/Messages/:sid.json', async (request, reply) => {
    const { account, sid } = request.params;
    const message = sent.find((each) => each.sid === sid && each.account_sid === account);
    return message ? delivered(message) : reply.code(404).send(twilioError(404, 20404, 'The resource was not found'));
  });

  app.get<Route>('/2010-04-01/Accounts/:account.json', async (request) => {
    return { sid: request.params.account, friendly_name: 'Stand-in', status: 'active', type: 'Full' };
  });
}

/** The body Twilio sends with a refusal. */
export function twilioError(status: number, code = status === 429 ? 20429 : 20500, message = 'Refused') {
  return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

async function authorize(request: FastifyRequest, reply: FastifyReply, authToken: string | undefined) {
  const [scheme, encoded] = (request.headers.authorization ?? '').split(' ');
  const [user, ...rest] = Buffer.from(encoded ?? '', 'base64')
    .toString()
    .split(':');
  const password = rest.join(':');
  const account = /Accounts\/(AC[0-9a-fA-F]{32})[/.]/.exec(request.url)?.[1];
  const right = authToken === undefined ? password !== '' : password === authToken;
  if (scheme === 'Basic' && account && user === account && right) return;
  return reply.code(401).send(twilioError(401, 20003, 'Authenticate'));
}

function refuse(form: Form): [number, string] | undefined {
  const [to, from, body] = [field(form, 'To'), field(form, 'From'), field(form, 'Body')];
  if (!to) return [21604, "A 'To' phone number is required."];
  if (!from) return [21603, "A 'From' phone number is required."];
  if (!body) return [21602, 'Message body is required.'];
  if (!NUMBER.test(to)) return [21211, "Invalid 'To' Phone Number"];
  if (!SENDER.test(from)) return [21212, "Invalid 'From' Phone Number"];
  if (to === from) return [21266, "'To' and 'From' number cannot be the same"];
  return body.length > 1600 ? [21617, 'The concatenated message body exceeds the 1600 character limit'] : undefined;
}

function newMessage(account: string, form: Form, at: Date): Message {
  const sid = `SM${randomBytes(16).toString('hex')}`;
  const uri = `/2010-04-01/Accounts/${account}/Messages/${sid}`;
  const body = field(form, 'Body') ?? '';
  const created = rfc2822(at);
  return {
    account_sid: account,
    api_version: '2010-04-01',
    body,
    date_created: created,
    date_sent: null,
    date_updated: created,
    direction: 'outbound-api',
    error_code: null,
    error_message: null,
    from: field(form, 'From') ?? '',
    messaging_service_sid: null,
    num_media: '0',
    num_segments: String(Math.ceil(body.length / 153)),
    price: null,
    price_unit: 'USD',
    sid,
    status: 'queued',
    subresource_uris: { media: `${uri}/Media.json` },
    to: field(form, 'To') ?? '',
    uri: `${uri}.json`,
  };
}

function delivered(message: Message): Message {
  return { ...message, status: 'delivered', date_sent: message.date_created };
}

function page(account: string, messages: Message[], size: number) {
  const uri = `/2010-04-01/Accounts/${account}/Messages.json?PageSize=${size}&Page=0`;
  const shown = messages.slice(0, size);
  const links = { first_page_uri: uri, next_page_uri: null, previous_page_uri: null, uri };
  return { ...links, page: 0, page_size: size, start: 0, end: Math.max(0, shown.length - 1), messages: shown };
}

function rfc2822(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000');
}
