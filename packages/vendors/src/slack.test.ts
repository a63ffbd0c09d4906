import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createSlack, type SlackPort } from './slack.ts';
import { type StandIns, startStandIns } from './stand-in/server.ts';

const MESSAGE = { channel: 'C0FLOOR', text: 'Maria Lopez moved to Write-up' };
const ANSWER = { text: 'Moved', responseType: 'ephemeral' } as const;
let standIns: StandIns;
let slack: SlackPort;

beforeAll(async () => {
  standIns = await startStandIns({ now: () => new Date(), keys: { slackBotToken: 'xoxb-right' } });
  slack = port('xoxb-right');
});
afterAll(() => standIns.close());
beforeEach(() => standIns.outbox.clear());

function port(botToken: string): SlackPort {
  return createSlack({ botToken, apiUrl: standIns.url.slack, timeoutMs: 300 });
}

describe('messages through the Slack SDK', () => {
  test('a message and its blocks reach the outbox', async () => {
    const blocks = [{ type: 'section', text: { type: 'mrkdwn', text: 'Moved' } }];
    const posted = await slack.postMessage({ ...MESSAGE, blocks });
    expect(posted).toEqual({ channel: 'C0FLOOR', ts: expect.stringMatching(/^\d{10}\.\d{6}$/) });
    expect(standIns.outbox.list()).toMatchObject([{ id: posted.ts, to: 'C0FLOOR', body: MESSAGE.text, blocks }]);
  });

  test('check names the workspace', async () => {
    await expect(slack.check()).resolves.toBe('Slack: beback in "Stand-in"');
  });

  test.each([
    ['xoxb-wrong', 'invalid_auth'],
    ['nonsense', 'invalid_auth'],
  ])('the token %s is refused for good', async (token, code) => {
    await expect(port(token).check()).rejects.toMatchObject({ vendor: 'slack', code, retryable: false });
    await expect(port(token).postMessage(MESSAGE)).rejects.toMatchObject({ code, ambiguous: false });
  });

  test.each([
    [{ channel: '' }, 'channel_not_found'],
    [{ text: '' }, 'no_text'],
    [{ text: 'x'.repeat(40_001) }, 'msg_too_long'],
    [{ blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3001) } }] }, 'invalid_blocks'],
  ])('%o is refused as Slack refuses it', async (change, code) => {
    await expect(slack.postMessage({ ...MESSAGE, ...change })).rejects.toMatchObject({ code, retryable: false });
  });
});

describe('answers through a response_url', () => {
  test('an answer reaches the outbox under its key', async () => {
    await slack.respond(`${standIns.url.slackHooks}/commands/T0/1`, { ...ANSWER, replaceOriginal: true });
    expect(standIns.outbox.list()).toMatchObject([
      { replyTo: 'commands/T0/1', body: 'Moved', responseType: 'ephemeral', replaceOriginal: true },
    ]);
  });

  test('the sixth answer to one command is refused', async () => {
    const url = `${standIns.url.slackHooks}/commands/T0/six`;
    for (let i = 0; i < 5; i += 1) await slack.respond(url, ANSWER);
    await expect(slack.respond(url, ANSWER)).rejects.toMatchObject({ code: 'http_404', ambiguous: false });
  });

  test('this machine’s own ports are: a verified request may name one', async () => {
    const elsewhere = createSlack({ botToken: 'xoxb-right', apiUrl: 'https://slack.com/api/' });
    await elsewhere.respond(`${standIns.url.slackHooks}/commands/T0/local`, ANSWER);
    expect(standIns.outbox.list().at(-1)).toMatchObject({ replyTo: 'commands/T0/local' });
  });

  test.each(['https://evil.example/hook', 'http://hooks.slack.com/x', 'https://notslack.com/x', 'file:///etc', 'junk'])(
    '%s is never called',
    async (url) => {
      await expect(slack.respond(url, ANSWER)).rejects.toMatchObject({ code: 'foreign_response_url' });
    },
  );
});

describe('when Slack does not answer as it should', () => {
  test.each([
    ['a message', () => slack.postMessage(MESSAGE)],
    ['an answer', () => slack.respond(`${standIns.url.slackHooks}/limited`, ANSWER)],
  ])('%s that came too fast may be sent again later, and is not by itself', async (_name, call) => {
    standIns.fail('slack', { status: 429 });
    await expect(call()).rejects.toMatchObject({ code: 'ratelimited', retryable: true, ambiguous: false });
    expect(standIns.outbox.list()).toEqual([]);
  });

  test.each([
    ['an answer of 500', { status: 500 }, 'http_500'],
    ['a reset connection', { reset: true }, 'connection_lost'],
    ['silence', { hang: true }, 'timeout'],
  ] as const)('%s is ambiguous and never repeated', async (_name, fault, code) => {
    standIns.fail('slack', { ...fault, late: true });
    await expect(slack.postMessage(MESSAGE)).rejects.toMatchObject({ code, retryable: false, ambiguous: true });
    standIns.fail('slack', { ...fault, late: true });
    const answer = slack.respond(`${standIns.url.slackHooks}/late-${code}`, ANSWER);
    await expect(answer).rejects.toMatchObject({ code, retryable: false, ambiguous: true });
    expect(standIns.outbox.list()).toHaveLength(2);
  });

  test('a page of HTML instead of an answer is not quoted in the error', async () => {
    const server = createServer((_request, response) => response.end('<html>secret page</html>')).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((listening) => server.once('listening', listening));
    const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const error = await createSlack({ botToken: 'xoxb-right', apiUrl })
      .postMessage(MESSAGE)
      .catch((thrown) => thrown);
    server.close();
    expect(error).toMatchObject({ code: 'unreadable_answer', ambiguous: true });
    expect(String(error)).not.toContain('secret');
  });

  test('a port nobody listens on is safe to try again', async () => {
    const gone = createSlack({ botToken: 'xoxb-right', apiUrl: 'http://127.0.0.1:4/api/' });
    await expect(gone.postMessage(MESSAGE)).rejects.toMatchObject({ code: 'unreachable', retryable: true });
  });

  test('an error holds neither the channel nor the text nor the token', async () => {
    standIns.fail('slack', { reset: true });
    const error = await slack.postMessage(MESSAGE).catch((thrown) => thrown);
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error));
    for (const secret of [MESSAGE.channel, MESSAGE.text, 'xoxb-right']) expect(everything).not.toContain(secret);
  });
});
