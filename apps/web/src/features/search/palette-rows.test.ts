import { expect, test } from 'vitest';
import { commandRows } from './command-rows.ts';
import type { PaletteRow, Subject } from './palette.types.ts';
import { paletteRows } from './palette-rows.ts';
import { recordRows } from './record-rows.ts';

const maria: Subject = { name: 'Maria Lopez', contactId: 'c', dealId: 'd' };
const idle = { signOut: () => {}, takeBack: () => {}, switchTo: () => {}, colour: () => {} };

function commands(role: 'owner' | 'manager' | 'rep' | 'read_only', here: Subject | null = null): PaletteRow[] {
  const stages = [{ stageId: 's', name: 'Write-up' }];
  return commandRows({ me: { role, colorScheme: 'auto' }, here, stages, workspaces: [], run: idle });
}

const labels = (rows: readonly PaletteRow[]) => rows.map(({ label }) => label);
const typed = (text: string, rows: PaletteRow[]) =>
  labels(paletteRows(text, { recent: [], commands: rows, records: [] }));

test('who only looks is offered nothing that writes, and a rep nobody to invite', () => {
  expect(typed('log', commands('read_only'))).not.toContain('Log call on…');
  expect(typed('new up', commands('read_only'))).toEqual([]);
  expect(typed('invite', commands('rep'))).toEqual([]);
  expect(typed('invite', commands('manager'))).toEqual(['Invite somebody']);
  expect(typed('audit', commands('rep'))).toEqual([]);
  expect(typed('audit', commands('owner'))).toEqual(['Settings: Audit log']);
});

test('on a deal its own commands come first', () => {
  expect(typed('move to', commands('rep', maria))[0]).toBe('Move to Write-up');
  expect(labels(paletteRows('', { recent: [], commands: commands('rep', maria), records: [] }))[0]).toBe('Log call');
});

test('every line has a key of its own', () => {
  const keys = commands('owner', maria).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a customer whose deal was found as well is shown once', () => {
  const hit = { contactId: 'c', name: 'Maria Lopez', phone: null, email: null, dealId: 'd', dealNumber: 4, score: 1 };
  const rows = recordRows({ contacts: [hit], deals: [], companies: [] }, false);
  expect(rows.map(({ label, detail }) => [label, detail])).toEqual([['Maria Lopez', '#4']]);
});
