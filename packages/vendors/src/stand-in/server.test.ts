import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StandIns, startStandIns } from './server.ts';

const ACCOUNT = `AC${'0a'.repeat(16)}`;
const BASIC = { authorization: `Basic ${Buffer.from(`${ACCOUNT}:token`).toString('base64')}` };
let standIns: StandIns;
let messages: string;

beforeAll(async () => {
  standIns = await startStandIns({ now: () => new Date('2030-03-04T15:00:00Z') });
  messages = `${standIns.url.twilio}/2010-04-01/Accounts/${ACCOUNT}/Messages`;
});
afterAll(() => standIns.close());
beforeEach(() => standIns.outbox.clear());

function text(body: string): Promise<Response> {
  const form = new URLSearchParams({ To: '+12145550101', From: '+12145550100', Body: body });
  return fetch(`${messages}.json`, { method: 'POST', headers: BASIC, body: form });
}

describe('Twilio as others see it', () => {
  test('a sent text can be fetched and listed, newest first', async () => {
    const first = await (await text('one')).json();
    expect(first).toMatchObject({ status: 'queued', date_created: 'Mon, 04 Mar 2030 15:00:00 +0000' });
    await text('two');
    const fetched = await fetch(`${messages}/${first.sid}.json`, { headers: BASIC });
    expect(await fetched.json()).toMatchObject({ sid: first.sid, status: 'delivered', body: 'one' });
    const listed = await (await fetch(`${messages}.json?To=%2B12145550101&PageSize=2`, { headers: BASIC })).json();
    expect(listed.messages.map((each: { body: string }) => each.body)).toEqual(['two', 'one']);
  });

  test('a foreign account and an unknown message are refused', async () => {
    const foreign = messages.replace(ACCOUNT, `AC${'ff'.repeat(16)}`);
    expect((await fetch(`${foreign}.json`, { headers: BASIC })).status).toBe(401);
    expect((await fetch(`${messages}.json`)).status).toBe(401);
    expect((await fetch(`${messages}/SM00.json`, { headers: BASIC })).status).toBe(404);
  });
});

describe('the outbox', () => {
  test('tells subscribers until they leave', async () => {
    const seen: string[] = [];
    const leave = standIns.outbox.subscribe((entry) => seen.push(entry.body));
    await text('one');
    leave();
    await text('two');
    expect(seen).toEqual(['one']);
  });

  test('keeps the last 500', async () => {
    for (let i = 1; i <= 510; i += 1) {
      await fetch(`${standIns.url.slackHooks}/flood-${i}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ text: String(i) }),
      });
    }
    const kept = standIns.outbox.list();
    expect([kept.length, kept[0]?.body, kept.at(-1)?.body]).toEqual([500, '11', '510']);
  });
});

describe('garbage', () => {
  const json = 'application/json';
  const form = 'application/x-www-form-urlencoded';
  test.each([
    [json, '{"a":'],
    [json, 'null'],
    [json, '[]'],
    [json, '"text"'],
    [json, '{"__proto__":{"a":1},"text":5,"to":{},"from":[]}'],
    [form, '%%%=%&&&=&__proto__=1&To=a&To=b'],
    [form, ''],
    ['text/plain', 'hello'],
    ['multipart/form-data', '--x'],
    ['nonsense', '\u0000\uffff'],
    [json, `{"text":"${'x'.repeat(2 * 1024 * 1024)}"}`],
  ])('of type %s never gets an answer of 5xx', async (type, body) => {
    const paths = [`${messages}.json`, `${standIns.url.slack}chat.postMessage`, `${standIns.url.slackHooks}/g`];
    for (const url of [...paths, `${standIns.url.resend}/emails`, `${standIns.url.resend}/nowhere`]) {
      const headers = { ...BASIC, 'content-type': type, 'content-length': String(Buffer.byteLength(body)) };
      const status = await fetch(url, { method: 'POST', headers, body })
        .then((answer) => answer.status)
        .catch(() => 400);
      expect(status).toBeLessThan(500);
    }
    expect(standIns.outbox.list()).toEqual([]);
  });

  test('on the bare socket leaves the server standing', async () => {
    const { hostname, port } = new URL(standIns.url.twilio);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => {}).resume();
    socket.end('GET / HTTP/9.9\r\n\u0000\u0001\r\n\r\n');
    await new Promise((closed) => socket.once('close', closed));
    expect((await text('still here')).status).toBe(201);
  });
});
