import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'apps/*'],
    globalSetup: ['packages/db/test/cluster.ts'],
    // Left to itself, vitest keeps one core free: on a machine with two, half the time is spent waiting.
    maxWorkers: '100%',
  },
});
