import { testConfig } from '@beback/config/vitest';

// The journeys share one Beback and the machine's cores: one after the other, after everything else.
export default testConfig('web', {
  globalSetup: ['e2e/setup/once-per-run.ts'],
  fileParallelism: false,
  sequence: { groupOrder: 1 },
  testTimeout: 90_000,
  hookTimeout: 60_000,
  expect: { poll: { timeout: 20_000, interval: 50 } },
});
