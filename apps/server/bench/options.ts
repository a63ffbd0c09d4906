import { parseArgs } from 'node:util';

/** How much of everything one run does. */
export interface Options {
  /** Turns each server gets per call and number of connections. */
  rounds: number;
  /** How long a turn lasts, in seconds. */
  turnSeconds: number;
  warmUpSeconds: number;
  connections: number[];
  /** The crowd beside the measured dealership; null leaves that part out. */
  crowd: { workspaces: number; rounds: number; connections: number[] } | null;
  liveSamples: number;
  /** Only calls whose name contains this. */
  only: string;
  /** Writes a CPU profile of our server beside the results. */
  profile: boolean;
}

const whole = { rounds: 3, turnSeconds: 1.5, warmUpSeconds: 0.6, connections: [1, 10, 50], liveSamples: 500 };
const quick = { rounds: 2, turnSeconds: 0.4, warmUpSeconds: 0.3, connections: [1, 10, 50], liveSamples: 200 };

/** Reads the command line. Throws on a flag there is not. */
export function readOptions(): Options {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      'no-scale': { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      profile: { type: 'boolean', default: false },
    },
  });
  const { only, profile } = values;
  const crowd = values.quick
    ? { workspaces: 100, rounds: 3, connections: [1, 10] }
    : { workspaces: 1_000, rounds: 5, connections: [1, 10] };
  return { ...(values.quick ? quick : whole), crowd: values['no-scale'] ? null : crowd, only, profile };
}
