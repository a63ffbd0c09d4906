import autocannon from 'autocannon';
import { type Call, toRequest } from './calls.ts';
import { sessionToken } from './dealerships.ts';
import type { Server } from './servers.ts';

/** What one server did in one turn. */
export interface Turn {
  perSecond: number;
  p50: number;
  p99: number;
  errors: number;
}

/** The headers of every request. */
export const headers = { authorization: `Bearer ${sessionToken}`, 'content-type': 'application/json' };

/**
 * Calls a server so many times over so many connections, each sending its next request when the last one is answered.
 * Nothing is cut off: the turn ends with the last answer.
 */
export async function load(server: Server, call: Call, connections: number, amount: number): Promise<Turn> {
  const times: number[] = [];
  let errors = 0;
  const check = (status: number, body: string) => {
    if (status === 200) return;
    // One of them says why; the others say the same.
    if (errors === 0) process.stderr.write(`${call.name} was answered ${status}: ${body.slice(0, 300)}\n`);
    errors += 1;
  };
  const started = performance.now();
  let ended = started;
  const run = autocannon({
    url: server.url,
    connections,
    amount: Math.max(amount, connections),
    timeout: 30,
    // How often it looks whether all answers are in; its own histograms, in whole milliseconds, are not used.
    sampleInt: 20,
    // A copy of the headers: autocannon writes the length of a body into them.
    requests: [
      { setupRequest: (request) => ({ ...request, headers: { ...headers }, ...toRequest(call) }), onResponse: check },
    ],
  });
  run.on('response', (_client, _status, _bytes, ms) => {
    ended = performance.now();
    times.push(ms);
  });
  run.on('reqError', () => {
    errors += 1;
  });
  await run;
  times.sort((a, b) => a - b);
  const perSecond = (times.length / (ended - started)) * 1_000;
  return { perSecond, p50: quantile(times, 0.5), p99: quantile(times, 0.99), errors };
}

/** Out of numbers in ascending order. */
export function quantile(sorted: number[], q: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? Number.NaN;
}
