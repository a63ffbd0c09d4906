import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { call, demoServer, eventually, signIn } from './demo-server.ts';
import { commandForm, sendSlack, sendText, textForm } from './signed.ts';

// A phone and a Slack user become a member's, through the real doors, and cease to be.

const server = await demoServer();
const { token: ben } = await signIn(server, 'ben@northside.example');
const { token: dee } = await signIn(server, 'dee@lakeside.example');
const { token: manager } = await signIn(server, 'manager@northside.example');

const text = async (from: string, words: string, form = textForm(from, words)) => (await sendText(server, form)).body;
const mutate = (procedure: string, input: unknown, token: string) =>
  call(server.url, procedure, input, token, 'mutation');
const codeOf = async (token: string): Promise<string> => (await mutate('link.phoneCode', undefined, token)).code;

/** What Slack was told, at a response_url of ours. */
const heard: string[] = [];
const listener = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    heard.push(JSON.parse(Buffer.concat(chunks).toString()).text);
    response.end('ok');
  });
}).listen(0, '127.0.0.1');
afterAll(() => void listener.close());
async function slack(userId: string, words: string): Promise<string> {
  const before = heard.length;
  const url = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/answer`;
  await sendSlack(server, commandForm(userId, '/deal', words, url));
  await eventually(
    async () => heard.length,
    (count) => count > before,
  );
  return heard.at(-1) ?? '';
}

test('a phone logs for its member from the code on, and for nobody once it is unlinked', async () => {
  const phone = '+12145557701';
  expect(await text(phone, 'called maria lopez 5 min')).toContain('not linked to Beback');
  expect(await text(phone, `link ${await codeOf(ben)}`)).toContain('now logs for Ben Carter at Northside Motors');
  expect(await text(phone, '?')).toContain('UNDO');
  expect(await text('+12145550102', '?')).toContain('not linked to Beback');
  await mutate('link.unlinkPhone', undefined, ben);
  expect(await text(phone, '?')).toContain('not linked to Beback');
});

test('a linked phone goes to who proves that it is theirs, in whatever dealership, once for each text', async () => {
  const phone = '+12145557702';
  await text(phone, await codeOf(ben));
  const form = textForm(phone, await codeOf(dee));
  const [first, second] = [await text(phone, '', form), await text(phone, '', form)];
  expect(first).toContain('now logs for Dee Holloway at Lakeside Autos');
  expect(second).toBe(first);
  const { items } = await call(server.url, 'audit.list', { what: 'people', limit: 2 }, manager);
  expect(items.map((item: { summary: string }) => item.summary)).toEqual([
    'unlinked Ben Carter’s phone ending 7702: somebody else has proved that it is theirs',
    'linked a phone ending 7702',
  ]);
  expect(JSON.stringify(items)).not.toMatch(/Dee|Lakeside|5557702/);
});

test('membership and role are read again for every message', async () => {
  const { token: owner } = await signIn(server, 'owner@northside.example');
  const { items } = await call(server.url, 'member.list', {}, owner);
  const idOf = (email: string) => items.find((item: { email: string }) => item.email === email)?.memberId;
  const [cory, heir] = [idOf('cory@northside.example'), idOf('manager@northside.example')];
  const phone = '+12145550103';
  const say = () => text(phone, 'note to self');
  expect(await say()).not.toContain('not change it');
  await mutate('member.setRole', { memberId: cory, role: 'read_only' }, owner);
  expect(await say()).toContain('You can look at everything here, but not change it.');
  await mutate('member.remove', { memberId: cory, handOverTo: heir }, owner);
  expect(await say()).toContain('not linked to Beback');
  expect(await slack('U0CORY', 'maria lopez')).toContain('not linked to Beback');
});

test('guesses are answered five times, then not at all; texts of a member always', async () => {
  const phone = '+12145557703';
  const answers: string[] = [];
  for (let guess = 1; guess <= 7; guess += 1) answers.push(await text(phone, `AAAA-000${guess}`));
  expect(answers.map((answer) => answer.includes('not linked to Beback'))).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
  for (let word = 1; word <= 6; word += 1) expect(await text('+12145550101', 'K7MQ-4TRA')).toContain('<Message>');
});

test('a Slack user is linked by who opens their one-time link and says yes', async () => {
  const greeting = await slack('U0NEWCOMER', 'maria lopez');
  const [, token = ''] = /\/link\/slack\/(\S+)$/.exec(greeting) ?? [];
  expect(greeting).not.toContain('Lopez');
  const page = await fetch(`${server.url}/link/slack/${token}`);
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  expect(await call(server.url, 'link.lookSlack', { token }, manager)).toMatchObject({
    teamId: 'T0NORTHSIDE',
    userId: 'U0NEWCOMER',
  });
  expect(await mutate('link.slack', { token }, manager)).toMatchObject({ userId: 'U0NEWCOMER' });
  expect(await slack('U0NEWCOMER', 'maria lopez')).toContain('Maria Lopez');
  expect(await slack('U0MANAGER', 'maria lopez')).toContain('not linked to Beback');
  expect((await mutate('link.slack', { token }, ben)).failed).toMatchObject({ code: 'NOT_FOUND' });
});
