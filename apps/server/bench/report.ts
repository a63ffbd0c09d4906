import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import path from 'node:path';
import type { Comparison } from './compare.ts';
import type { measureLive } from './live.ts';
import type { Options } from './options.ts';

/** Everything that one run found out. */
export interface Results {
  /** Ours, and the bare one. */
  bare: Comparison[];
  live: Awaited<ReturnType<typeof measureLive>> | null;
  /** The same dealership among many, and on its own. */
  crowd: { workspaces: number; deals: number; comparisons: Comparison[] } | null;
}

const target = { read: 0.7, write: 0.6, p99: 3, growth: 1.2 };

/** The tables as a person reads them, each figure beside what it should be. */
export function toTables(results: Results): string {
  return [bareTable(results.bare), liveTable(results.live), crowdTable(results.crowd)].filter(Boolean).join('\n\n');
}

/** Writes the results beside what they were measured on and with. Gives the file. */
export function writeResults(folder: string, results: Results, options: Options): string {
  mkdirSync(folder, { recursive: true });
  const at = new Date().toISOString();
  const file = path.join(folder, `${at.slice(0, 19).replaceAll(':', '-')}.json`);
  const machine = { cpu: cpus()[0]?.model, cores: availableParallelism(), node: process.version };
  writeFileSync(file, `${JSON.stringify({ at, machine, options, target, ...results }, null, 2)}\n`);
  return file;
}

function bareTable(rows: Comparison[]): string {
  const head = [
    'call',
    'conn',
    'ours/s',
    'bare/s',
    'ratio',
    'target',
    'p50 ms',
    'bare',
    'p99 ms',
    'bare',
    'ratio',
    'target',
    'errors',
  ];
  const body = rows.map(({ call, kind, connections, first, second, ratio }) => [
    ...[call, `${connections}`, first.perSecond.toFixed(0), second.perSecond.toFixed(0)],
    ...judged(ratio.perSecond, `≥ ${target[kind]}`, ratio.perSecond >= target[kind]),
    ...[ms(first.p50), ms(second.p50), ms(first.p99), ms(second.p99)],
    ...judged(ratio.p99, `≤ ${target.p99}`, ratio.p99 <= target.p99),
    `${first.errors + second.errors}`,
  ]);
  return `Our server beside a bare one (500 open deals)\n${table(head, body)}`;
}

function crowdTable(crowd: Results['crowd']): string {
  if (!crowd) return '';
  const head = ['call', 'conn', 'p50 ms', 'alone', 'growth', 'target', 'p99 ms', 'alone', 'growth', 'target', 'errors'];
  const body = crowd.comparisons.map(({ call, connections, first, second, ratio }) => [
    ...[call, `${connections}`, ms(first.p50), ms(second.p50)],
    ...judged(ratio.p50, `≤ ${target.growth}`, ratio.p50 <= target.growth),
    ...[ms(first.p99), ms(second.p99)],
    ...judged(ratio.p99, `≤ ${target.growth}`, ratio.p99 <= target.growth),
    `${first.errors + second.errors}`,
  ]);
  const what = `${crowd.workspaces.toLocaleString('en-US')} workspaces with ${crowd.deals.toLocaleString('en-US')} deals`;
  return `One workspace among ${what}, and on its own\n${table(head, body)}`;
}

function liveTable(live: Results['live']): string {
  if (!live) return '';
  const { samples, event, notify } = live;
  const body = [
    ['live event in a client', ms(event.p50), ms(event.p99)],
    ['bare NOTIFY', ms(notify.p50), ms(notify.p99)],
  ];
  return `From a commit until another process knows (${samples} commits)\n${table(['', 'p50 ms', 'p99 ms'], body)}`;
}

function judged(value: number, wanted: string, met: boolean): string[] {
  return [value.toFixed(2), `${wanted} ${met ? 'yes' : 'NO'}`];
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);

function table(head: string[], body: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...body.map((row) => row[at]?.length ?? 0)));
  const line = (row: string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [line(head), widths.map((width) => '─'.repeat(width)).join('──'), ...body.map(line)].join('\n');
}
