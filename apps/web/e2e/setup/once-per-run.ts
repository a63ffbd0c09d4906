import type { TestProject } from 'vitest/node';
import { type Beback, startBeback } from './beback.ts';
import { unpackChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    beback: Beback;
    chromium: string | null;
  }
}

/** Before the first journey: one Beback for the whole run, and a browser that can be started. Nothing when no journey is asked for. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const { filenamePattern } = project.vitest as { filenamePattern?: string[] };
  const { testFiles } = await project.globTestFiles(filenamePattern);
  if (!testFiles.some((file) => file.includes('/e2e/'))) return;
  const chromium = await unpackChromium();
  const { beback, stop } = await startBeback();
  project.provide('beback', beback);
  project.provide('chromium', chromium);
  return stop;
}
