import { describe, expect, test } from 'vitest';
import { signSlack, verifySlack } from './slack-signature.ts';
import { signTwilio, verifyTwilio } from './twilio-signature.ts';

const MUTATIONS = 1000;

/** A small seeded generator, so that a failure can be repeated. */
function seeded(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** Changes, drops or adds one character. */
function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length);
  const other = String.fromCharCode(33 + random(94));
  const kept = [text.slice(0, at), text.slice(at + 1)] as const;
  const changed = [kept.join(other), kept.join(''), text.slice(0, at) + other + text.slice(at)][random(3)] ?? '';
  return changed === text ? `${text}!` : changed;
}

describe('Slack signatures', () => {
  const now = new Date('2030-03-04T15:00:00Z');
  const seconds = now.getTime() / 1000;
  const signed = {
    signingSecret: 'shhh',
    timestamp: String(seconds),
    rawBody: 'command=%2Fdeal&text=lopez+to+write-up',
  };
  const good = { ...signed, signature: signSlack(signed), now };

  test("the example of Slack's own documentation is reproduced", () => {
    const rawBody =
      'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c';
    const example = { signingSecret: '8f742231b10e8888abcd99yyyzzz85a5', timestamp: '1531420618', rawBody };
    expect(signSlack(example)).toBe('v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503');
  });

  test('a body is accepted as text and as bytes', () => {
    expect(verifySlack(good)).toBe(true);
    expect(verifySlack({ ...good, rawBody: Buffer.from(signed.rawBody) })).toBe(true);
  });

  test('bytes that are not text are signed as they are', () => {
    const bytes = { ...signed, rawBody: Buffer.from([0xff, 0xfe, 0x00, 0x80]) };
    expect(verifySlack({ ...bytes, signature: signSlack(bytes), now })).toBe(true);
    expect(verifySlack({ ...bytes, rawBody: bytes.rawBody.toString(), signature: signSlack(bytes), now })).toBe(false);
  });

  test.each([
    [-301, false],
    [-300, true],
    [300, true],
    [301, false],
    [3600, false],
  ])('a timestamp %i seconds from now is accepted: %s', (offset, accepted) => {
    const moved = { ...signed, timestamp: String(seconds + offset) };
    expect(verifySlack({ ...moved, signature: signSlack(moved), now })).toBe(accepted);
  });

  test('missing, empty and strange headers are a plain no', () => {
    for (const odd of [undefined, '', ' ', 'v0', 'v0=', 'v1=00', '😀', 'v0='.padEnd(67, 'é')]) {
      expect(verifySlack({ ...good, signature: odd })).toBe(false);
      expect(verifySlack({ ...good, timestamp: odd })).toBe(false);
    }
    for (const timestamp of ['-1', '1e9', '0x10', 'NaN', 'Infinity', ` ${seconds}`, '9'.repeat(400)]) {
      expect(verifySlack({ ...good, timestamp, signature: signSlack({ ...signed, timestamp }) })).toBe(false);
    }
  });

  test('without a secret nothing is accepted', () => {
    const open = { ...signed, signingSecret: '' };
    expect(verifySlack({ ...open, signature: signSlack(open), now })).toBe(false);
  });

  test(`of ${MUTATIONS} mutations none is accepted`, () => {
    const random = seeded(11);
    let accepted = 0;
    for (let i = 0; i < MUTATIONS; i += 1) {
      const part = (['signature', 'rawBody', 'timestamp', 'signingSecret'] as const)[i % 4] ?? 'signature';
      if (verifySlack({ ...good, [part]: mutate(good[part], random) })) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});

describe('Twilio signatures', () => {
  const url = 'https://beback.example/sms/inbound?line=reps';
  const params = {
    MessageSid: `SM${'1f'.repeat(16)}`,
    From: '+12145550101',
    To: '+12145550100',
    Body: 'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm 🚙',
    SomethingNew: 'yes',
  };
  const signed = { authToken: 'token', url, params };
  const good = { ...signed, signature: signTwilio(signed) };

  test('a form is accepted, whatever the order of its parameters', () => {
    expect(verifyTwilio(good)).toBe(true);
    expect(verifyTwilio({ ...good, params: Object.fromEntries(Object.entries(params).reverse()) })).toBe(true);
  });

  test('a missing, empty or strange signature is a plain no', () => {
    for (const signature of [undefined, '', '=', '😀', 'x'.repeat(10_000)]) {
      expect(verifyTwilio({ ...good, signature })).toBe(false);
    }
  });

  test('a URL that is none is a plain no', () => {
    expect(verifyTwilio({ ...good, url: 'not a url' })).toBe(false);
  });

  test('another URL, a parameter more and a parameter less are refused', () => {
    const { SomethingNew: _dropped, ...fewer } = params;
    expect(verifyTwilio({ ...good, url: 'https://beback.example/sms/status' })).toBe(false);
    expect(verifyTwilio({ ...good, params: { ...params, Extra: '1' } })).toBe(false);
    expect(verifyTwilio({ ...good, params: fewer })).toBe(false);
  });

  test('without a token nothing is accepted', () => {
    const open = { ...signed, authToken: '' };
    expect(verifyTwilio({ ...open, signature: signTwilio(open) })).toBe(false);
  });

  test(`of ${MUTATIONS} mutations none is accepted`, () => {
    const random = seeded(7);
    const names = Object.keys(params) as (keyof typeof params)[];
    let accepted = 0;
    for (let i = 0; i < MUTATIONS; i += 1) {
      const name = names[random(names.length)] ?? 'Body';
      const changed = [
        { signature: mutate(good.signature, random) },
        { authToken: mutate(good.authToken, random) },
        { params: { ...params, [name]: mutate(params[name], random) } },
      ][i % 3];
      if (verifyTwilio({ ...good, ...changed })) accepted += 1;
    }
    expect(accepted).toBe(0);
  });
});
