import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The test settings every package shares; a package adds only what is its own. */
export function testConfig(name: string, test: NonNullable<ViteUserConfig['test']> = {}): ViteUserConfig {
  return defineConfig({
    test: {
      name,
      include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'e2e/**/*.test.ts'],
      setupFiles: [new URL('./vitest-setup.ts', import.meta.url).pathname],
      testTimeout: 20_000,
      maxWorkers: '100%',
      ...test,
    },
  });
}
