// The one entry behind every npm script. It runs on any Node from 20 on, installs what is missing, and hands over to
// the pinned Node. Plain JavaScript and no dependencies, because it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const pnpm = 'pnpm@12.21.0';
const stamp = path.join(root, 'node_modules/.beback-installed');
const nodeBin = path.join(root, 'node_modules/node/bin');
const node = path.join(nodeBin, process.platform === 'win32' ? 'node.exe' : 'node');
const server = path.join(root, 'apps/server/src');
const env = {
  ...process.env,
  PATH: [nodeBin, path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

const commands = {
  start: async (args) => {
    await build();
    await run(node, [path.join(server, 'main.ts'), ...args]);
  },
  dev: async (args) => run(node, ['--watch', '--watch-preserve-output', path.join(server, 'main.ts'), '--dev', ...args]),
  test: async (args) => {
    await build();
    await run('vitest', ['run', ...args]);
  },
  check: async () => {
    await run('biome', ['check', '--error-on-warnings']);
    await run('tsc', ['--noEmit']);
    await run('knip', []);
  },
  bench: async (args) => run(node, [path.join(root, 'apps/server/bench/main.ts'), ...args]),
  beback: async (args) => run(node, [path.join(server, 'cli.ts'), ...args]),
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
await install();
await command(rest);

/** Installs when the lock file or a manifest changed since the last install; otherwise costs a few file reads. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .update(readFileSync(path.join(root, 'pnpm-workspace.yaml')))
    .digest('hex');
  if (existsSync(stamp) && existsSync(node) && readFileSync(stamp, 'utf8') === lock) return;
  await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], 'inherit-as-stderr');
  writeFileSync(stamp, lock);
}

/** Builds the web app; turbo answers from its cache when nothing changed. */
async function build() {
  await run('turbo', ['run', 'build', '--output-logs=errors-only', '--log-prefix=none'], 'quiet');
}

/** Runs one program in the repository's root, passes signals on, and ends this process with its status if it failed. */
function run(program, args, mode = 'inherit') {
  const stdio = mode === 'inherit' ? 'inherit' : ['ignore', mode === 'quiet' ? 'pipe' : 2, mode === 'quiet' ? 'pipe' : 2];
  const windows = process.platform === 'win32' && program !== node;
  const child = spawn(program, args, { cwd: root, env, stdio, shell: windows });
  const output = [];
  child.stdout?.on('data', (chunk) => output.push(chunk));
  child.stderr?.on('data', (chunk) => output.push(chunk));
  const forward = (signal) => child.kill(signal);
  process.on('SIGTERM', forward);
  process.on('SIGINT', forwardOnce);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward);
      process.off('SIGINT', forwardOnce);
      if (code === 0) return resolve();
      if (output.length > 0) process.stderr.write(Buffer.concat(output));
      process.exit(signal ? 130 : (code ?? 1));
    });
  });
}

/** A terminal sends Ctrl-C to the whole group: the child has it already and ends in its own time. */
function forwardOnce() {}
