import { afterEach, vi } from 'vitest';

// An unexpected console.error is a failure: errors that nobody reads are errors that nobody fixes.
const spy = vi.spyOn(console, 'error');
afterEach(() => {
  const calls = spy.mock.calls.map((args) => args.join(' '));
  spy.mockClear();
  if (calls.length > 0) throw new Error(`console.error was called:\n${calls.join('\n')}`);
});
