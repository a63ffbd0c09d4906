// The one entry behind every npm script. It runs on any Node from 20 on, installs what is missing, and hands over to
// the pinned Node. Plain JavaScript and no dependencies, because it runs before anything is installed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
const pnpm = 'pnpm@12.21.0';
const installedStamp = path.join(root, 'node_modules/.beback-installed');
const builtStamp = path.join(root, 'node_modules/.beback-built');
const nodeBin = path.join(root, 'node_modules/node/bin');
const node = path.join(nodeBin, process.platform === 'win32' ? 'node.exe' : 'node');
const server = path.join(root, 'apps/server/src');
const quickly = ['--import', pathToFileURL(path.join(root, 'packages/config/bin/quick-load.mjs')).href];
const env = {
  ...process.env,
  PATH: [nodeBin, path.join(root, 'node_modules/.bin'), process.env.PATH].join(path.delimiter),
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
};

const commands = {
  start: async (args) => {
    await build();
    await run(node, [...quickly, path.join(server, 'main.ts'), ...args], { stops: true });
  },
  dev: async (args) => {
    const watch = ['--watch', '--watch-preserve-output'];
    await run(node, [...watch, ...quickly, path.join(server, 'main.ts'), '--dev', ...args], { stops: true });
  },
  test: async (args) => {
    await build();
    await run('vitest', ['run', ...args]);
  },
  check: async () => {
    await run('biome', ['check', '--error-on-warnings']);
    await run('tsc', ['--noEmit']);
    await run('knip', []);
  },
  bench: async (args) => {
    await build();
    const program = args.includes('--browser') ? 'apps/web/e2e/measure-board.ts' : 'apps/server/bench/main.ts';
    await run(node, [path.join(root, program), ...args]);
  },
  beback: async (args) => run(node, [...quickly, path.join(server, 'cli.ts'), ...args], { stops: true }),
};

const [name = '', ...rest] = process.argv.slice(2);
const command = commands[name];
if (!command) {
  process.stderr.write(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.\n`);
  process.exit(2);
}
await install();
await command(rest);

/** Installs when the lock file or the workspace changed since the last install; otherwise costs a few file reads. */
async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'pnpm-lock.yaml')))
    .update(readFileSync(path.join(root, 'pnpm-workspace.yaml')))
    .digest('hex');
  if (existsSync(installedStamp) && existsSync(node) && readFileSync(installedStamp, 'utf8') === lock) return;
  await run('npx', ['--yes', pnpm, 'install', '--frozen-lockfile', '--reporter=append-only'], { output: 'stderr' });
  writeFileSync(installedStamp, lock);
}

/**
 * Builds the web app. Turbo knows best what changed but takes half a second to say "nothing", so a stamp over names,
 * sizes and times of what goes into the build is asked first. Turbo calls pnpm, which npx puts into its path.
 */
async function build() {
  const stamp = sourcesStamp();
  const built = existsSync(path.join(root, 'apps/web/dist/index.html')) && existsSync(builtStamp);
  if (built && readFileSync(builtStamp, 'utf8') === stamp) return;
  const turbo = ['turbo', 'run', 'build', '--output-logs=errors-only', '--log-prefix=none'];
  await run('npx', ['--yes', pnpm, 'exec', ...turbo], { output: 'on failure' });
  writeFileSync(builtStamp, sourcesStamp());
}

/** The web app's own files, those of the packages it takes code from, and the versions of everything else. */
function sourcesStamp() {
  const hash = createHash('sha256').update(readFileSync(path.join(root, 'pnpm-lock.yaml')));
  for (const folder of ['apps/web', 'packages/api/src', 'packages/quicklog/src'])
    stampFolder(hash, path.join(root, folder));
  return hash.digest('hex');
}

function stampFolder(hash, folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (['node_modules', 'dist', '.turbo', 'e2e'].includes(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      stampFolder(hash, file);
    } else {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\0`);
    }
  }
}

/**
 * Runs one program in the repository's root, passes signals on, and ends this process with its status if it failed.
 * `output`: where it goes instead of ours. `stops`: the program takes a signal that arrives twice for one wish.
 */
function run(program, args, { output = 'ours', stops = false } = {}) {
  const stdio = { ours: 'inherit', stderr: ['ignore', 2, 2], 'on failure': ['ignore', 'pipe', 'pipe'] }[output];
  const windows = process.platform === 'win32' && program !== node;
  const child = spawn(program, args, { cwd: root, env, stdio, shell: windows });
  const kept = [];
  child.stdout?.on('data', (chunk) => kept.push(chunk));
  child.stderr?.on('data', (chunk) => kept.push(chunk));
  const ending = onSignals(child, stops);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      process.stderr.write(`${program} could not be started: ${error.message}\n`);
      process.exit(1);
    });
    child.on('exit', (code, signal) => {
      ending.stop();
      if (code === 0) return ending.asked() && !stops ? process.exit(130) : resolve();
      if (kept.length > 0 && !ending.asked()) process.stderr.write(Buffer.concat(kept));
      process.exit(signal ? 128 + (constants.signals[signal] ?? 2) : (code ?? 1));
    });
  });
}

/**
 * Passes SIGTERM and Ctrl-C on to the child. In a terminal Ctrl-C has reached it already, as it reaches the whole group;
 * a program that stops on the first and takes both for one gets it all the same, because `kill -INT` reaches us alone.
 * npm may be gone without a word to us (a shell in between dies of the signal and passes nothing on): then we stop too.
 */
function onSignals(child, stops) {
  let asked = false;
  const pass = (signal) => {
    asked = true;
    if (signal === 'SIGINT' && !stops && process.stdin.isTTY) return;
    child.kill(signal);
  };
  process.on('SIGTERM', pass);
  process.on('SIGINT', pass);
  const parent = process.ppid;
  const orphaned = setInterval(() => {
    if (!process.env.npm_lifecycle_event || process.ppid === parent) return;
    clearInterval(orphaned);
    pass('SIGTERM');
  }, 500);
  return {
    asked: () => asked,
    stop: () => {
      clearInterval(orphaned);
      process.off('SIGTERM', pass);
      process.off('SIGINT', pass);
    },
  };
}
