import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type StandIns, startStandIns } from './stand-in/server.ts';
import { createSms, type SmsPort } from './twilio.ts';

const ACCOUNT = `AC${'0a'.repeat(16)}`;
const TEXT = { to: '+12145550101', from: '+12145550100', body: 'Logged: call with Maria Lopez' };
let standIns: StandIns;
let sms: SmsPort;

beforeAll(async () => {
  standIns = await startStandIns({ now: () => new Date(), keys: { twilioAuthToken: 'right' } });
  sms = port('right');
});
afterAll(() => standIns.close());
beforeEach(() => standIns.outbox.clear());

function port(authToken: string): SmsPort {
  return createSms({ accountSid: ACCOUNT, authToken, baseUrl: standIns.url.twilio, timeoutMs: 300 });
}

describe('texts through the Twilio SDK', () => {
  test('a text reaches the outbox as it was given', async () => {
    const sent = await sms.send(TEXT);
    expect(sent).toEqual({ sid: expect.stringMatching(/^SM[0-9a-f]{32}$/), status: 'queued' });
    expect(standIns.outbox.list()).toMatchObject([{ id: sent.sid, channel: 'sms', ...TEXT }]);
  });

  test('quotes, emoji, right-to-left marks and signs survive the way', async () => {
    const body = 'O’Brien "55k" & 100% + \u200f🚙\nsecond line';
    await sms.send({ ...TEXT, body });
    expect(standIns.outbox.list()[0]?.body).toBe(body);
  });

  test('check names the account', async () => {
    await expect(sms.check()).resolves.toBe('Twilio: account "Stand-in" is active');
  });

  test('a wrong token is refused for good', async () => {
    await expect(port('wrong').check()).rejects.toMatchObject({ vendor: 'twilio', code: '20003', retryable: false });
    await expect(port('wrong').send(TEXT)).rejects.toMatchObject({ code: '20003', ambiguous: false });
    expect(standIns.outbox.list()).toEqual([]);
  });

  test.each([
    [{ to: '214-555' }, '21211'],
    [{ to: '' }, '21604'],
    [{ from: 'me' }, '21212'],
    [{ body: '' }, '21602'],
    [{ body: 'x'.repeat(1601) }, '21617'],
  ])('%o is refused with code %s', async (change, code) => {
    await expect(sms.send({ ...TEXT, ...change })).rejects.toMatchObject({ code, retryable: false, ambiguous: false });
  });
});

describe('when Twilio does not answer as it should', () => {
  test('slow down may be tried again', async () => {
    standIns.fail('sms', { status: 429 });
    await expect(sms.send(TEXT)).rejects.toMatchObject({ code: '20429', retryable: true, ambiguous: false });
    expect(standIns.outbox.list()).toEqual([]);
  });

  test.each([
    ['an answer of 500', { status: 500 }, '20500'],
    ['a reset connection', { reset: true }, 'connection_lost'],
    ['silence', { hang: true }, 'timeout'],
  ] as const)('%s is ambiguous and never repeated', async (_name, fault, code) => {
    standIns.fail('sms', { ...fault, late: true });
    await expect(sms.send(TEXT)).rejects.toMatchObject({ code, retryable: false, ambiguous: true });
    expect(standIns.outbox.list()).toHaveLength(1);
  });

  test('a port nobody listens on is safe to try again', async () => {
    const gone = createSms({ accountSid: ACCOUNT, authToken: 'right', baseUrl: 'http://127.0.0.1:9' });
    await expect(gone.send(TEXT)).rejects.toMatchObject({ code: 'unreachable', retryable: true, ambiguous: false });
  });

  test('an error holds neither the number nor the text nor the token', async () => {
    standIns.fail('sms', { reset: true });
    const error = await sms.send(TEXT).catch((thrown) => thrown);
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error));
    for (const secret of [TEXT.to, TEXT.from, TEXT.body, 'right', ACCOUNT]) expect(everything).not.toContain(secret);
  });
});
