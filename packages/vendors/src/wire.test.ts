import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEmail } from './resend.ts';
import { createSlack } from './slack.ts';
import { createSms } from './twilio.ts';

// What the vendors' OpenAPI files allow and require, copied by hand for the calls we make.
const TWILIO = { required: ['Body', 'From', 'To'], account: `AC${'0a'.repeat(16)}` };
const SLACK = { required: ['channel'], known: ['blocks', 'channel', 'text', 'unfurl_links', 'unfurl_media'] };
const RESEND = { required: ['from', 'subject', 'to'], known: ['from', 'headers', 'html', 'subject', 'text', 'to'] };

interface Seen {
  request: IncomingMessage;
  body: string;
}
const seen: Seen[] = [];
let server: Server;
let base: string;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    seen.push({ request, body });
    response.setHeader('content-type', 'application/json');
    response.end('{"ok":true,"sid":"SM1","status":"queued","id":"1","ts":"1","channel":"C1"}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function last(): Seen {
  const request = seen.at(-1);
  if (!request) throw new Error('nothing was sent');
  return request;
}

describe("what the SDKs send is valid by the vendors' own files", () => {
  test('Twilio: create message', async () => {
    const sms = createSms({ accountSid: TWILIO.account, authToken: 'token', baseUrl: `${base}/prefix/` });
    await sms.send({ to: '+12145550101', from: '+12145550100', body: 'a & b = ü' });
    const { request, body } = last();
    expect(request.url).toBe(`/prefix/2010-04-01/Accounts/${TWILIO.account}/Messages.json`);
    expect(request.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
    expect([...new URLSearchParams(body).keys()].sort()).toEqual(TWILIO.required);
  });

  test('Slack: chat.postMessage', async () => {
    const slack = createSlack({ botToken: 'xoxb-1', apiUrl: base });
    await slack.postMessage({ channel: 'C1', text: 'hi', blocks: [{ type: 'divider' }] });
    const { request, body } = last();
    const form = new URLSearchParams(body);
    expect(request.url).toBe('/chat.postMessage');
    expect(request.headers).toMatchObject({ authorization: 'Bearer xoxb-1' });
    expect([...form.keys()].sort()).toEqual(SLACK.known);
    expect(SLACK.required.every((name) => form.get(name))).toBe(true);
    expect(JSON.parse(form.get('blocks') ?? '')).toEqual([{ type: 'divider' }]);
  });

  test('Resend: send an email', async () => {
    const email = createEmail({ apiKey: 're_1', from: 'a@b.example', baseUrl: base });
    const mail = { to: 'c@d.example', subject: 'S', text: 'T', html: '<p>T</p>', headers: { 'X-One': '1' } };
    await email.send({ ...mail, idempotencyKey: 'key-1' });
    const { request, body } = last();
    const sent = JSON.parse(body);
    expect(request.url).toBe('/emails');
    expect(request.headers).toMatchObject({ 'idempotency-key': 'key-1', authorization: 'Bearer re_1' });
    expect(Object.keys(sent).sort()).toEqual(RESEND.known);
    expect(RESEND.required.every((name) => sent[name])).toBe(true);
  });
});
