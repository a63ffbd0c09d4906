import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { smsText, twiml } from '../src/sms.ts';
import { inboundText } from './requests.ts';
import { type Rig, startRig } from './rig.ts';

const EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
let rig: Rig;

beforeEach(async () => {
  rig = await startRig({
    'quicklog.submit': ({ text }: { text: string }) => {
      if (text === 'boom') throw new Error('that went wrong');
      return { status: 'logged', reply: `Logged: ${text}`, changeIds: ['c1'] };
    },
  });
});
afterEach(() => rig.close());

describe('a text on the reps’ line', () => {
  test('is quick-logged as its sender, and answered in one text', async () => {
    const params = inboundText(' called maria lopez 8 min, cb fri 3pm ');
    const answer = await rig.text(params);
    const input = { text: 'called maria lopez 8 min, cb fri 3pm', messageId: params.MessageSid };
    const origin = { door: 'sms', provider: 'twilio', externalId: params.MessageSid };
    expect(rig.calls).toEqual([{ procedure: 'quicklog.submit', actor: 'ana', input, origin }]);
    expect(answer).toMatchObject({ status: 200, contentType: 'text/xml; charset=utf-8' });
    expect(answer.body).toContain(`<Message>Logged: ${input.text}\nReply UNDO to take it back.</Message>`);
  });

  test.each(['UNDO', '2'])('hands %s to the router, which knows what it is about', async (text) => {
    await rig.text(inboundText(text));
    expect(rig.calls).toMatchObject([{ input: { text } }]);
  });

  test.each(['?', '', '   '])('explains itself when asked "%s"', async (text) => {
    expect((await rig.text(inboundText(text))).body).toContain('UNDO takes back the last one.');
    expect(rig.calls).toEqual([]);
  });

  test.each(['STOP', 'stop all', 'Cancel.', 'HELP', 'yes'])('leaves %s to the carrier', async (text) => {
    expect(await rig.text(inboundText(text))).toMatchObject({ status: 200, body: EMPTY });
    expect(rig.calls).toEqual([]);
  });

  test('stays silent when Twilio has already answered an opt-out', async () => {
    expect((await rig.text(inboundText('please stop', { OptOutType: 'STOP' }))).body).toBe(EMPTY);
  });

  test('words a failure in one sentence', async () => {
    expect((await rig.text(inboundText('boom'))).body).toContain('<Message>Sorry: that went wrong</Message>');
  });
});

describe('strangers and forgeries', () => {
  test('an unknown number gets one sentence, the same for every text, and no data', async () => {
    const stranger = { From: '+12145559999' };
    const bodies = new Set<string>();
    for (const text of ['lopez', 'UNDO', '?', '1']) bodies.add((await rig.text(inboundText(text, stranger))).body);
    expect([...bodies]).toEqual([expect.stringContaining('get a code in your Beback profile and text it here.')]);
    expect(rig.calls).toEqual([]);
  });

  test('a code links the number it comes from, whoever that was, and is logged nowhere', async () => {
    for (const From of ['+12145559999', '+12145550101']) {
      const answer = await rig.text(inboundText(' K7MQ-4TRA ', { From }));
      expect(answer.body).toContain('<Message>Linked: this phone now logs for Ana.</Message>');
    }
    expect(rig.calls).toEqual([]);
  });

  test('a wrong code is answered like any other text of a stranger, and too many of them not at all', async () => {
    const stranger = { From: '+12145559999' };
    const [wrong, other] = [
      await rig.text(inboundText('K7MQ-4TRB', stranger)),
      await rig.text(inboundText('hi', stranger)),
    ];
    expect(wrong.body).toBe(other.body);
    expect((await rig.text(inboundText('0000-0000', stranger))).body).toBe(EMPTY);
  });

  test('what a member texts is logged even when it looks like too many codes', async () => {
    expect((await rig.text(inboundText('0000-0000'))).body).toContain('Logged: 0000-0000');
  });

  test('a code in a form that Twilio has not signed links nothing', async () => {
    const params = inboundText('K7MQ-4TRA');
    expect(await rig.bot.sms.receive({ params, signature: 'bm8=' })).toMatchObject({ status: 403, body: '' });
  });

  test('a sender that is no phone number gets silence', async () => {
    for (const From of ['44555', 'BANK', 'whatsapp:+12145550101', '']) {
      expect((await rig.text(inboundText('lopez', { From }))).body).toBe(EMPTY);
    }
  });

  test('unsigned, wrongly signed and changed forms are refused before any work', async () => {
    const params = inboundText('lopez to sold');
    for (const signature of [undefined, '', 'bm8=']) {
      expect((await rig.bot.sms.receive({ params, signature })).status).toBe(403);
    }
    const { signTwilio } = await import('@beback/vendors');
    const url = 'https://beback.example/sms/inbound';
    const signature = signTwilio({ authToken: 'auth-token', url, params });
    expect((await rig.bot.sms.receive({ params: { ...params, Body: 'x' }, signature })).status).toBe(403);
    expect(rig.calls).toEqual([]);
  });

  test('a signed form without a message id is refused', async () => {
    expect((await rig.text(inboundText('lopez', { MessageSid: 'SM1' }))).status).toBe(400);
  });
});

describe('the text of an answer', () => {
  test('a question lists its options once', () => {
    const options = [1, 2].map((choice) => ({ choice, label: `Lopez ${choice}` }));
    const question = { questionId: 'q', options };
    const listed = 'Which Lopez?\n1 Lopez 1\n2 Lopez 2\nReply with the number.';
    expect(smsText({ text: 'Which Lopez?', question })).toBe(listed);
    expect(smsText({ text: listed, question })).toBe(listed);
  });

  test('markup, control characters and half an emoji do not break the XML', () => {
    expect(twiml('a < b & "c" \u0000\u0007\uD83D')).toContain('<Message>a &lt; b &amp; "c" \uFFFD</Message>');
  });

  test('a long answer is cut to what fits one message', () => {
    const body = twiml('🚙'.repeat(2000)).replace(/<[^>]+>/g, '');
    expect(body.length).toBeLessThanOrEqual(1600);
    expect(body.isWellFormed()).toBe(true);
  });
});
