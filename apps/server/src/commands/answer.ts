import type { Command } from 'commander';

/** Writes a command's answer to standard output: a line for people, or JSON when --json was given. */
export function answer(command: Command, values: Record<string, unknown>, line: string): void {
  const { json } = command.optsWithGlobals<{ json?: boolean }>();
  process.stdout.write(json ? `${JSON.stringify(values)}\n` : `${line}\n`);
}

/** Says something beside the answer: progress, and what was refused. */
export function remark(line: string): void {
  process.stderr.write(`${line}\n`);
}
