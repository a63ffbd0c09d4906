import { configureGlobal } from 'fast-check';
import { afterEach, vi } from 'vitest';

// Random inputs are the same in every run, so that a red run can be repeated; FC_SEED tries others.
configureGlobal({ seed: Number(process.env.FC_SEED ?? 20_260_302) });

// An unexpected console.error is a failure: errors that nobody reads are errors that nobody fixes.
const spy = vi.spyOn(console, 'error');
afterEach(() => {
  const calls = spy.mock.calls.map((args) => args.join(' '));
  spy.mockClear();
  if (calls.length > 0) throw new Error(`console.error was called:\n${calls.join('\n')}`);
});
