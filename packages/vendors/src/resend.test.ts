import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createEmail, type EmailPort } from './resend.ts';
import { type StandIns, startStandIns } from './stand-in/server.ts';

const START = Date.parse('2030-03-04T15:00:00Z');
const MAIL = { to: 'ana@northside.example', subject: 'Your code', text: 'Your code is 123456' };
let now = START;
let keys = 0;
let standIns: StandIns;
let email: EmailPort;

beforeAll(async () => {
  standIns = await startStandIns({ now: () => new Date(now), keys: { resendApiKey: 're_right' } });
  email = port('re_right');
});
afterAll(() => standIns.close());
beforeEach(() => {
  now = START;
  standIns.outbox.clear();
});

function port(apiKey: string): EmailPort {
  const from = 'Northside Motors <desk@northside.example>';
  return createEmail({ apiKey, baseUrl: standIns.url.resend, from, timeoutMs: 300 });
}
function mail(change: object = {}) {
  keys += 1;
  return { ...MAIL, idempotencyKey: `mail-${keys}`, ...change };
}

describe('mail through the Resend SDK', () => {
  test('a mail reaches the outbox as it was given', async () => {
    const { id } = await email.send(mail({ html: '<p>123456</p>' }));
    const from = 'Northside Motors <desk@northside.example>';
    const at = '2030-03-04T15:00:00.000Z';
    const { text: body, ...rest } = MAIL;
    expect(standIns.outbox.list()).toEqual([{ id, at, channel: 'email', from, body, ...rest }]);
  });

  test('the same key twice is one mail and the first answer', async () => {
    const once = mail();
    const first = await email.send(once);
    await expect(email.send(once)).resolves.toEqual(first);
    expect(standIns.outbox.list()).toHaveLength(1);
  });

  test('the same key for another mail is refused', async () => {
    const once = mail();
    await email.send(once);
    const code = 'invalid_idempotent_request';
    await expect(email.send({ ...once, text: 'other' })).rejects.toMatchObject({ code, retryable: false });
  });

  test('a key is forgotten after a day', async () => {
    const once = mail();
    await email.send(once);
    now += 25 * 60 * 60_000;
    await email.send(once);
    expect(standIns.outbox.list()).toHaveLength(2);
  });

  test('check says that the key is accepted', async () => {
    await expect(email.check()).resolves.toBe('Resend: a key with full access');
    await expect(port('re_wrong').check()).rejects.toMatchObject({ vendor: 'resend', code: 'invalid_api_key' });
  });

  test.each([
    [{ to: 'nobody' }, 'validation_error'],
    [{ to: '' }, 'missing_required_field'],
    [{ idempotencyKey: 'k'.repeat(257) }, 'invalid_idempotency_key'],
  ])('%o is refused with %s', async (change, code) => {
    await expect(email.send(mail(change))).rejects.toMatchObject({ code, retryable: false, ambiguous: false });
  });

  test('a wrong key is refused for good', async () => {
    await expect(port('re_wrong').send(mail())).rejects.toMatchObject({ code: 'invalid_api_key', retryable: false });
  });
});

describe('when Resend does not answer as it should', () => {
  test('too fast may be sent again', async () => {
    standIns.fail('email', { status: 429 });
    await expect(email.send(mail())).rejects.toMatchObject({ code: 'rate_limit_exceeded', retryable: true });
  });

  test.each([
    ['an answer of 500', { status: 500 }, 'internal_server_error'],
    ['a reset connection', { reset: true }, 'no_answer'],
    ['silence', { hang: true }, 'no_answer'],
  ] as const)('%s is ambiguous, and sending it again makes no second mail', async (_name, fault, code) => {
    const once = mail();
    standIns.fail('email', { ...fault, late: true });
    await expect(email.send(once)).rejects.toMatchObject({ code, retryable: true, ambiguous: true });
    await email.send(once);
    expect(standIns.outbox.list()).toHaveLength(1);
  });

  test('an error holds neither the address nor the text nor the key', async () => {
    standIns.fail('email', { reset: true });
    const error = await email.send(mail()).catch((thrown) => thrown);
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error));
    for (const secret of [MAIL.to, MAIL.text, 're_right']) expect(everything).not.toContain(secret);
  });
});
