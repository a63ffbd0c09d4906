import { verifySlackRequest } from '@slack/bolt';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { directMessage, pressed, slashCommand } from './requests.ts';
import { NOW, type Rig, signed, startRig } from './rig.ts';

let rig: Rig;
beforeEach(async () => {
  rig = await startRig({ 'quicklog.submit': () => ({ status: 'logged', reply: 'Done', changeIds: [] }) });
});
afterEach(() => rig.close());

test("our signature is one that Slack's own check accepts", () => {
  const [body, headers] = signed(slashCommand(rig.standIns, '/log x'));
  const named = {
    'x-slack-signature': headers['x-slack-signature'] ?? '',
    'x-slack-request-timestamp': Number(headers['x-slack-request-timestamp']),
  };
  const check = { signingSecret: 'signing-secret', body: body.toString(), headers: named };
  expect(() => verifySlackRequest({ ...check, nowMilliseconds: NOW.getTime() })).not.toThrow();
});

test('unsigned, wrongly signed, changed, stale and future requests are refused before any work', async () => {
  const [body, headers] = signed(slashCommand(rig.standIns, '/log x'));
  const { 'x-slack-signature': _signature, ...unsigned } = headers;
  const { 'x-slack-request-timestamp': _timestamp, ...timeless } = headers;
  const attempts: Parameters<typeof rig.bot.slack.receive>[] = [
    [body, unsigned],
    [body, timeless],
    [body, {}],
    [body, { ...headers, 'x-slack-signature': `v0=${'0'.repeat(64)}` }],
    [Buffer.concat([body, Buffer.from('&x=1')]), headers],
    signed(slashCommand(rig.standIns, '/log x'), new Date(NOW.getTime() - 301_000)),
    signed(slashCommand(rig.standIns, '/log x'), new Date(NOW.getTime() + 301_000)),
  ];
  for (const attempt of attempts) expect((await rig.bot.slack.receive(...attempt)).status).toBe(401);
  expect(rig.stored).toEqual([]);
});

test('a delivery is stored before it is acknowledged, and handled from what was stored', async () => {
  const answer = await rig.bot.slack.receive(...signed(slashCommand(rig.standIns, '/log x')));
  expect(answer).toMatchObject({ status: 200, body: '' });
  expect(rig.calls).toEqual([]);
  const [delivery] = rig.stored;
  if (delivery) await rig.bot.slack.process(JSON.parse(JSON.stringify(delivery)));
  expect(rig.calls).toHaveLength(1);
});

test('copies of one delivery have one id, whatever Slack adds about retrying', async () => {
  const copies = [slashCommand(rig.standIns, '/log x'), pressed(rig.standIns, 'undo_change', 'c'), directMessage('x')];
  for (const copy of copies) {
    const [body, headers] = signed(copy);
    await rig.slack(copy);
    await rig.bot.slack.receive(body, { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
  }
  expect(rig.stored).toHaveLength(3);
  expect(rig.standIns.outbox.list()).toHaveLength(3);
});

test('the retired verification token is not kept', async () => {
  await rig.bot.slack.receive(...signed(slashCommand(rig.standIns, '/log x')));
  expect(JSON.stringify(rig.stored)).not.toContain('retired');
});

test("Slack's challenge is answered, once it is signed", async () => {
  const challenge = { type: 'url_verification', challenge: 'abc' };
  expect(await rig.bot.slack.receive(...signed(challenge))).toMatchObject({ status: 200, body: 'abc' });
  expect(await rig.bot.slack.receive(signed(challenge)[0], {})).toMatchObject({ status: 401, body: '' });
});

test('signed requests that we do not handle are acknowledged and forgotten', async () => {
  const odd = [
    { type: 'view_submission', user: { id: 'U0ANA' } },
    { type: 'block_actions', actions: [] },
    { type: 'block_actions', actions: [{}], user: null },
    { type: 'event_callback', event: 'text' },
    { command: '/log' },
    { ssl_check: '1', command: '/log' },
  ];
  for (const body of odd) expect((await rig.slack(body)).status).toBe(200);
  expect(rig.stored).toEqual([]);
});

test('a signed body that cannot be read is refused without a crash', async () => {
  const headers = { ...signed({ challenge: 'x' })[1] };
  const { signSlack } = await import('@beback/vendors');
  for (const text of ['{"a":', 'null', '[]', '"x"', '\u0000', '']) {
    const rawBody = Buffer.from(text);
    const timestamp = headers['x-slack-request-timestamp'];
    const signature = signSlack({ signingSecret: 'signing-secret', timestamp, rawBody });
    expect((await rig.bot.slack.receive(rawBody, { ...headers, 'x-slack-signature': signature })).status).toBe(400);
  }
});
