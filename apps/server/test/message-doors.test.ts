import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { call, demoServer, eventually, signIn } from './demo-server.ts';
import { commandForm, sendSlack, sendText, textForm } from './signed.ts';

const ana = '+12145550101';
const server = await demoServer();
const { token: manager } = await signIn(server, 'manager@northside.example');

/** What arrived at our own response_url, which a verified request may name: it is on this machine. */
const answers: { path: string; text: string; actions: string[] }[] = [];
const listener = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { text, blocks = [] } = JSON.parse(Buffer.concat(chunks).toString());
    const actions = blocks.flatMap(
      (block: { elements?: { action_id: string }[] }) => block.elements?.map((element) => element.action_id) ?? [],
    );
    answers.push({ path: request.url ?? '', text, actions });
    response.end('ok');
  });
}).listen(0, '127.0.0.1');
let responseUrl = '';
beforeAll(() => {
  responseUrl = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`;
});
afterAll(() => void listener.close());

const maria = async () => {
  const { items } = await call(server.url, 'deal.list', { query: 'maria lopez' }, manager);
  return items[0] as { dealId: string; stageId: string };
};
const stageOfMaria = async () => {
  const [{ stageId }, { items }] = await Promise.all([maria(), call(server.url, 'stage.list', undefined, manager)]);
  return items.find((stage: { stageId: string }) => stage.stageId === stageId)?.name;
};
const callsOfMaria = async (minutes: number) => {
  const { items } = await call(server.url, 'activity.list', { dealId: (await maria()).dealId }, manager);
  return items.filter((activity: { minutes: number | null }) => activity.minutes === minutes).length;
};

describe('Slack', () => {
  test('a command is acknowledged at once, moves the deal and is answered with an Undo button', async () => {
    const form = commandForm('U0MANAGER', '/deal', 'maria lopez to write-up', `${responseUrl}/move`);
    const { status, ms } = await sendSlack(server, form);
    expect(status).toBe(200);
    expect(ms).toBeLessThan(1_000);
    const [answer] = await eventually(
      async () => answers.filter(({ path }) => path === '/move'),
      ({ length }) => length > 0,
    );
    expect(answer?.text).toContain('moved from Contacted to Write-up');
    expect(answer?.actions).toEqual(['undo_change']);
    expect(await stageOfMaria()).toBe('Write-up');
  });

  test('the same delivery three times moves the deal once', async () => {
    const form = commandForm('U0MANAGER', '/log', 'maria lopez called 41 min', `${responseUrl}/thrice`);
    await Promise.all([sendSlack(server, form), sendSlack(server, form), sendSlack(server, form)]);
    await eventually(
      async () => answers.filter(({ path }) => path === '/thrice'),
      ({ length }) => length > 0,
    );
    await sendSlack(server, form, { headers: { 'x-slack-retry-num': '1' } });
    expect(await callsOfMaria(41)).toBe(1);
  });

  test('unsigned, wrongly signed and replayed requests are refused', async () => {
    const form = commandForm('U0MANAGER', '/log', 'maria lopez called 42 min', `${responseUrl}/never`);
    const unsigned = await sendSlack(server, form, { headers: { 'x-slack-signature': '' } });
    const wrong = await sendSlack(server, form, { headers: { 'x-slack-signature': `v0=${'0'.repeat(64)}` } });
    const tampered = await sendSlack(server, form, {
      body: new URLSearchParams({ ...form, user_id: 'U0OWNER' }).toString(),
    });
    const old = await sendSlack(server, form, { at: new Date(Date.now() - 6 * 60_000) });
    const early = await sendSlack(server, form, { at: new Date(Date.now() + 6 * 60_000) });
    expect([unsigned, wrong, tampered, old, early].map(({ status }) => status)).toEqual([401, 401, 401, 401, 401]);
    expect(await callsOfMaria(42)).toBe(0);
  });

  test('a stranger gets one sentence, and is not answered for ever', async () => {
    const ask = (nth: number) =>
      sendSlack(server, commandForm('U0NOBODY', '/deal', 'maria lopez', `${responseUrl}/stranger/${nth}`));
    for (let nth = 1; nth <= 32; nth += 1) await ask(nth);
    const heard = () => answers.filter(({ path }) => path.startsWith('/stranger/'));
    await eventually(
      async () => heard(),
      ({ length }) => length === 30,
    );
    await sendSlack(server, commandForm('U0MANAGER', '/deal', 'maria lopez', `${responseUrl}/after`));
    await eventually(
      async () => answers.filter(({ path }) => path === '/after'),
      ({ length }) => length > 0,
    );
    const greeting =
      /^This account is not linked to Beback yet\. Say who you are, within 15 minutes: http:\S+\/link\/slack\/\S+$/;
    expect(heard().filter(({ text }) => greeting.test(text))).toHaveLength(30);
  });
});

describe('text messages', () => {
  test('a call is logged on the deal with its minutes, and answered', async () => {
    const form = textForm(ana, 'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm');
    const { status, body } = await sendText(server, form);
    expect(status).toBe(200);
    expect(body).toContain('Maria Lopez');
    expect(body).toContain('UNDO takes it back');
    expect(await callsOfMaria(8)).toBe(1);
  });

  test('the same message twice is logged once, and said so', async () => {
    const form = textForm(ana, 'called maria lopez 43 min');
    await sendText(server, form);
    const again = await sendText(server, form);
    expect(again.body).toContain('Logged once already');
    expect(await callsOfMaria(43)).toBe(1);
  });

  test('every name of this machine may have been signed, and no other', async () => {
    const port = new URL(server.url).port;
    for (const name of ['localhost', '127.0.0.1']) {
      expect((await sendText(server, textForm(ana, '?'), undefined, `http://${name}:${port}`)).status).toBe(200);
    }
    expect((await sendText(server, textForm(ana, '?'), undefined, 'https://beback.example')).status).toBe(403);
  });

  test('unsigned and wrongly signed messages are refused', async () => {
    const form = textForm(ana, 'called maria lopez 44 min');
    expect((await sendText(server, form, '')).status).toBe(403);
    expect((await sendText(server, form, 'AAAAAAAAAAAAAAAAAAAAAAAAAAA=')).status).toBe(403);
    expect((await fetch(`${server.url}/sms/status`, { method: 'POST', body: new URLSearchParams(form) })).status).toBe(
      403,
    );
    expect(await callsOfMaria(44)).toBe(0);
  });

  test('an unknown number gets one sentence each time, but not without end', async () => {
    const bodies: string[] = [];
    for (let nth = 1; nth <= 31; nth += 1)
      bodies.push((await sendText(server, textForm('+12145559999', `maria lopez ${nth}`))).body);
    const answered = bodies.map((body) => body.includes('not linked to Beback'));
    expect(answered).toEqual([...Array.from({ length: 30 }, () => true), false]);
    expect(bodies.join('')).not.toContain('Tahoe');
  });
});
