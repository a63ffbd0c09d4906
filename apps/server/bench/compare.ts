import type { Call } from './calls.ts';
import { load, type Turn } from './load.ts';
import type { Options } from './options.ts';
import type { Server } from './servers.ts';

/** Two servers under the same load: what each did, and how the first stands to the second. */
export interface Comparison {
  call: Call['name'];
  kind: Call['kind'];
  connections: number;
  first: Turn;
  second: Turn;
  /** Of the first to the second, turn by turn. */
  ratio: { perSecond: number; p50: number; p99: number };
}

/** A server and the calls that go with the state of its database. */
export interface Side {
  server: Server;
  calls: Call[];
}

type Effort = Pick<Options, 'rounds' | 'turnSeconds' | 'warmUpSeconds' | 'connections'>;

/**
 * Loads two servers in turns, so that both see the same machine: every call over every number of connections. Gives medians
 * over the rounds.
 */
export async function compare(
  first: Side,
  second: Side,
  effort: Effort,
  say: (line: string) => void,
): Promise<Comparison[]> {
  const done: Comparison[] = [];
  for (const [at, call] of first.calls.entries()) {
    const other = second.calls[at] ?? call;
    for (const connections of effort.connections) {
      say(`${call.name} over ${connections}`);
      done.push(await compareOne([first.server, call], [second.server, other], connections, effort));
    }
  }
  return done;
}

async function compareOne(
  first: [Server, Call],
  second: [Server, Call],
  connections: number,
  effort: Effort,
): Promise<Comparison> {
  const take = async ([server, call]: [Server, Call]) => {
    const probe = await load(server, call, connections, connections * 4);
    const warm = await load(server, call, connections, Math.ceil(probe.perSecond * effort.warmUpSeconds));
    return Math.ceil(warm.perSecond * effort.turnSeconds);
  };
  const amounts = [await take(first), await take(second)] as const;
  const turns: [Turn, Turn][] = [];
  for (let round = 0; round < effort.rounds; round += 1) {
    // Who is first gets a machine that has just rested; that goes round.
    const one = round % 2 === 0 ? await load(...first, connections, amounts[0]) : null;
    const two = await load(...second, connections, amounts[1]);
    turns.push([one ?? (await load(...first, connections, amounts[0])), two]);
  }
  const over = (pick: (turn: [Turn, Turn]) => number) => median(turns.map(pick));
  return {
    call: first[1].name,
    kind: first[1].kind,
    connections,
    first: inTheMiddle(turns.map(([turn]) => turn)),
    second: inTheMiddle(turns.map(([, turn]) => turn)),
    ratio: {
      perSecond: over(([a, b]) => a.perSecond / b.perSecond),
      p50: over(([a, b]) => a.p50 / b.p50),
      p99: over(([a, b]) => a.p99 / b.p99),
    },
  };
}

function inTheMiddle(turns: Turn[]): Turn {
  return {
    perSecond: median(turns.map((turn) => turn.perSecond)),
    p50: median(turns.map((turn) => turn.p50)),
    p99: median(turns.map((turn) => turn.p99)),
    errors: turns.reduce((sum, turn) => sum + turn.errors, 0),
  };
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(half)] ?? Number.NaN) + (sorted[Math.ceil(half)] ?? Number.NaN)) / 2;
}
