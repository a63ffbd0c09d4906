import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own. */
export interface Server {
  url: string;
  stop(): Promise<void>;
}

const file = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

interface Ours {
  appUrl: string;
  /** For its data and its log. */
  folder: string;
  /** Where to leave a CPU profile, if it should. */
  profileTo: string | null;
}

/** Starts Beback as `npm start` does, on a database that is there already. */
export function startOurs(name: string, { appUrl, folder, profileTo }: Ours): Promise<Server> {
  const flags = profileTo ? ['--cpu-prof', `--cpu-prof-dir=${profileTo}`, `--cpu-prof-name=${name}.cpuprofile`] : [];
  const env = { NODE_ENV: 'production', PORT: '0', DATABASE_URL: appUrl, DATA_DIR: path.join(folder, name) };
  return start(name, [...flags, file('../src/main.ts')], env, folder);
}

/** Starts the bare server: node:http, postgres.js and the recipes in a file. */
export function startBare(appUrl: string, recipes: string, folder: string): Promise<Server> {
  return start(
    'bare',
    [file('bare/main.ts')],
    { NODE_ENV: 'production', DATABASE_URL: appUrl, RECIPES: recipes },
    folder,
  );
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

async function start(name: string, args: string[], env: Record<string, string>, folder: string): Promise<Server> {
  const file = path.join(folder, `${name}.log`);
  const log = openSync(file, 'w');
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', log],
  });
  closeSync(log);
  running.add(child);
  const ended = once(child, 'exit').then(() => void running.delete(child));
  const url = await readyAt(child, ended);
  if (!url) throw new Error(`the server "${name}" did not start: ${readFileSync(file, 'utf8').trim()}`);
  return {
    url: url.replace('localhost', '127.0.0.1'),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Both servers say on standard output where they are reached. */
async function readyAt(child: ChildProcess, ended: Promise<void>): Promise<string | undefined> {
  const said = new Promise<string>((resolve) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk;
      const url = /http:\/\/\S+/.exec(output)?.[0];
      if (url && output.endsWith('\n')) resolve(url);
    });
  });
  return (await Promise.race([said, ended])) ?? undefined;
}
