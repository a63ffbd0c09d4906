import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const keeper = fileURLToPath(new URL('./keep-beback.ts', import.meta.url));
const pages = fileURLToPath(new URL('../../dist/index.html', import.meta.url));

/** A running Beback with the demo dealership in it. */
export interface Beback {
  url: string;
  dataDir: string;
  /** How many milliseconds its clock is ahead of the machine's; usually fewer than none. */
  ahead: number;
  secrets: { slackSigning: string; twilioAuthToken: string };
}

/** Starts one on a free port with a data folder of its own. Gives it and the function that ends it; throws one sentence. */
export async function startBeback(): Promise<{ beback: Beback; stop: () => Promise<void> }> {
  if (!existsSync(pages)) {
    throw new Error('The web app is not built: "npm test" builds it first; by hand it is "vite build" in apps/web.');
  }
  const child = spawn(process.execPath, [keeper], { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('Beback did not start, so no journey could be tried.'))),
  ]);
  const stop = async () => {
    child.stdin.end();
    if (child.exitCode === null) await once(child, 'exit');
  };
  return { beback: JSON.parse(line), stop };
}
