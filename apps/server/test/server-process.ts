import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { inject } from 'vitest';

const main = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const quickLoad = new URL('../../../packages/config/bin/quick-load.mjs', import.meta.url).href;

type Variables = Record<string, string | undefined>;

/** A real server in a process of its own. */
export interface RunningServer {
  url: string;
  pid: number;
  /** What it has logged so far. */
  log(): string;
  /** Sends the signal and gives the exit status, null when the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** A folder of its own inside the run's, which is removed with every database that was started in it. */
export function dataFolder(): string {
  const cluster = inject('cluster');
  if (!cluster) throw new Error('run vitest from the root of the repository');
  const folder = mkdtempSync(path.join(cluster.folder, 'server-'));
  // PostgreSQL may run as another user, who has to get in.
  chmodSync(folder, 0o755);
  return folder;
}

/** Starts the server and waits until it says that it is ready. Throws with what it wrote when it ends instead. */
export async function startServer(variables: Variables = {}): Promise<RunningServer> {
  const child = launch(main, [], variables);
  const written: string[] = [];
  child.stderr.on('data', (chunk) => written.push(String(chunk)));
  const exited = once(child, 'exit');
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    exited.then(() => Promise.reject(new Error(`the server ended: ${written.join('')}`))),
  ]);
  const url = /http:\S+/.exec(line)?.[0] ?? '';
  return {
    url,
    pid: child.pid ?? 0,
    log: () => written.join(''),
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      const [code] = await exited;
      return code;
    },
  };
}

/** Runs a start that is expected to fail, or a command of the operator's tool, to its end. */
export async function runToEnd(args: string[] | 'start', variables: Variables = {}) {
  const child = args === 'start' ? launch(main, [], variables) : launch(cli, args, variables);
  const out: string[] = [];
  const err: string[] = [];
  child.stdout.on('data', (chunk) => out.push(String(chunk)));
  child.stderr.on('data', (chunk) => err.push(String(chunk)));
  const [code] = await once(child, 'close');
  return { code: code as number | null, stdout: out.join(''), stderr: err.join('') };
}

function launch(program: string, args: string[], variables: Variables) {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, PORT: '0', LOG_LEVEL: 'warn', ...variables };
  return spawn(process.execPath, ['--import', quickLoad, program, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}
