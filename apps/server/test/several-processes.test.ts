import type { AddressInfo } from 'node:net';
import { createServer, connect as openSocket, type Socket } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { call, demoServer, eventually, signIn } from './demo-server.ts';
import { startServer } from './server-process.ts';

const first = await demoServer();
const { token } = await signIn(first, 'manager@northside.example');

/** Listens to live updates, collecting what comes. */
async function listen(url: string): Promise<{ events: string[]; ended: Promise<void> }> {
  const response = await fetch(`${url}/trpc/live.changes`, {
    headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' },
  });
  const events: string[] = [];
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const ended = (async () => {
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) events.push(part.value);
  })().catch(() => {});
  await eventually(
    async () => events.length,
    (length) => length > 0,
  );
  return { events, ended };
}

/** Stands between a server and its database, so that the database can be gone for a while. */
async function doorToDatabase(address: string) {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  let shut = false;
  const door = createServer((socket) => {
    if (shut) return void socket.destroy();
    const onward = openSocket(Number(port), hostname);
    for (const end of [socket, onward]) {
      open.add(end);
      end.on('error', () => {});
      end.once('close', () => {
        open.delete(end);
        socket.destroy();
        onward.destroy();
      });
    }
    socket.pipe(onward).pipe(socket);
  }).listen(0, '127.0.0.1');
  await new Promise((listening) => door.once('listening', listening));
  afterAll(() => void door.close());
  const through = new URL(address);
  through.hostname = '127.0.0.1';
  through.port = String((door.address() as AddressInfo).port);
  return {
    address: through.href,
    shut: () => {
      shut = true;
      for (const socket of open) socket.destroy();
    },
    open: () => {
      shut = false;
    },
  };
}

const firstOpen = async () =>
  (await call(first.url, 'deal.list', { kind: 'open', limit: 1 }, token)).items[0] as { dealId: string };

test('what happens in one process is heard in another, and a stopped one ends its streams', async () => {
  const second = await startServer(first.variables);
  const here = await listen(second.url);
  const { dealId } = await firstOpen();
  await call(first.url, 'activity.log', { dealId, kind: 'note', note: 'side by side' }, token, 'mutation');
  await eventually(
    async () => here.events.join(''),
    (heard) => heard.includes(dealId),
  );
  const began = performance.now();
  expect(await second.stop()).toBe(0);
  await here.ended;
  expect(performance.now() - began).toBeLessThan(8_000);
});

test('while the database is gone the server says so, and works again when it is back', {
  timeout: 60_000,
}, async () => {
  const door = await doorToDatabase(first.variables.DATABASE_URL ?? '');
  const server = await startServer({ ...first.variables, DATABASE_URL: door.address, DATABASE_OWNER_URL: '' });
  const here = await listen(server.url);
  const { dealId } = await firstOpen();
  const log = (note: string) => call(first.url, 'activity.log', { dealId, kind: 'note', note }, token, 'mutation');
  await log('before');
  await eventually(
    async () => here.events.join(''),
    (heard) => heard.includes(dealId),
  );
  here.events.length = 0;
  door.shut();
  await eventually(
    async () => (await fetch(`${server.url}/readyz`)).status,
    (status) => status === 503,
  );
  const refused = await call(server.url, 'stage.list', undefined, token);
  expect(refused.failed).toMatchObject({ code: 'SERVICE_UNAVAILABLE', httpStatus: 503 });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);

  door.open();
  await eventually(
    async () => (await fetch(`${server.url}/readyz`)).status,
    (status) => status === 200,
  );
  await log('back again');
  await eventually(
    async () => here.events.join(''),
    (heard) => heard.includes(dealId) || heard.includes('resync'),
  );
  expect((await call(server.url, 'stage.list', undefined, token)).items.length).toBeGreaterThan(5);
  expect(await server.stop()).toBe(0);
});

test('a job that runs when the stop comes is finished', async () => {
  const server = await startServer(first.variables);
  const { exportId } = await call(
    server.url,
    'export.start',
    { what: 'everything', format: 'json' },
    token,
    'mutation',
  );
  expect(await server.stop()).toBe(0);
  const finished = (answer: { items: { exportId: string; status: string }[] }) =>
    answer.items.some((item) => item.exportId === exportId && item.status === 'done');
  await eventually(() => call(first.url, 'export.list', {}, token), finished);
});
