import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import type { Cluster } from './database.ts';

const program = fileURLToPath(new URL('./cluster-process.ts', import.meta.url));
/** Projects that never open a database: running only these starts none. */
const withoutDatabase = new Set(['config', 'quicklog', 'vendors']);

/**
 * Starts one PostgreSQL for the whole run. It lives in a process of its own which ends when this one does, however this
 * one ends: the pipe between them closes even on kill -9.
 */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (project.vitest.projects.every(({ name }) => withoutDatabase.has(name))) return;
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('the test database did not start'))),
  ]);
  const cluster: Cluster = JSON.parse(line);
  project.provide('cluster', cluster);
  return async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  };
}
