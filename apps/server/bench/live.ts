import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { handlers } from './bare/handlers.ts';
import { asText, follow, socket, type Transaction } from './bare/transaction.ts';
import type { Call } from './calls.ts';
import { managerId, workspaceId } from './dealerships.ts';
import { headers, quantile } from './load.ts';
import type { Step } from './recipe.ts';
import type { Server } from './servers.ts';

/** Milliseconds from sending the commit until somebody else knows. */
export interface Delay {
  p50: number;
  p99: number;
}

/** Who hears of a change, and when, by the change's number. */
interface Hearing {
  /** When the change was heard; waits for it. */
  heard(seq: number): Promise<number>;
  close(): void | Promise<void>;
}

/**
 * Moves deals as another server would, one after another, and takes the time until a client of ours has the event and until
 * a bare LISTEN has the notification of the very same commit.
 */
export async function measureLive(ours: Server, appUrl: string, move: Call, recipe: Step[], samples: number) {
  const sql = asText(postgres(appUrl, socket));
  const listener = await listenBare(appUrl);
  const client = hearEvents(ours);
  const commit = () => moveOnce(sql, recipe, move);
  await untilHeard(client, commit);
  const event: number[] = [];
  const notify: number[] = [];
  for (let sample = 0; sample < samples; sample += 1) {
    const { seq, sentAt } = await commit();
    const [told, notified] = await Promise.all([client.heard(seq), listener.heard(seq)]);
    event.push(told - sentAt);
    notify.push(notified - sentAt);
  }
  await Promise.all([client.close(), listener.close(), sql.end()]);
  return { samples, event: delay(event), notify: delay(notify) };
}

async function moveOnce(sql: postgres.Sql, recipe: Step[], move: Call): Promise<{ seq: number; sentAt: number }> {
  const input = move.next() as Record<string, string>;
  const tx = follow(sql, recipe, { workspaceId, memberId: managerId, channel: 'beback_changes', ...input });
  let sentAt = 0;
  const timed: Transaction = {
    ...tx,
    send: (count) => {
      // The last ones are the announcement and the commit.
      if (count === tx.left()) sentAt = performance.now();
      return tx.send(count);
    },
  };
  await handlers['deal.move'](timed);
  return { seq: JSON.parse(tx.given.announcement ?? '{}').seq, sentAt };
}

/** A client is told of what happens after it subscribed, and cannot say when that is: it is when it hears the first. */
async function untilHeard(client: Hearing, commit: () => Promise<{ seq: number }>): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { seq } = await commit();
    if (await Promise.race([client.heard(seq), sleep(200, null)])) return;
  }
  throw new Error('no live event arrived');
}

async function listenBare(appUrl: string): Promise<Hearing> {
  const sql = postgres(appUrl, { ...socket });
  const { heard, hear } = createHearing();
  await sql.listen('beback_changes', (payload) => hear(JSON.parse(payload).seq));
  return { heard, close: () => sql.end() };
}

function hearEvents(server: Server): Hearing {
  const { heard, hear } = createHearing();
  const request = get(`${server.url}/trpc/live.changes`, { headers: { ...headers, accept: 'text/event-stream' } });
  request.on('response', (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (line.startsWith('id: ')) hear(Number(line.slice(4)));
    });
  });
  // It ends by being destroyed.
  request.on('error', () => {});
  return { heard, close: () => void request.destroy() };
}

function createHearing() {
  const times = new Map<number, PromiseWithResolvers<number>>();
  const of = (seq: number) => {
    const known = times.get(seq) ?? Promise.withResolvers<number>();
    times.set(seq, known);
    return known;
  };
  return { heard: (seq: number) => of(seq).promise, hear: (seq: number) => of(seq).resolve(performance.now()) };
}

function delay(times: number[]): Delay {
  times.sort((a, b) => a - b);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}
