import type { Command } from '@beback/quicklog';
import type { Door } from '../context.ts';

/** The customer, and the deal if there is one, that a command is about. */
export interface Target {
  contactId: string;
  contactName: string;
  dealId: string | null;
  dealNumber: number | null;
  stageId: string | null;
  vehicle: string | null;
}

/** A command that is about somebody. */
export type AboutSomebody = Extract<Command, { kind: 'log' | 'move' | 'show' }>;

/** What an answer to a question does: goes on with a command, now that what was missing is known, or nothing. */
export type Plan = { command: AboutSomebody; target: Target; confirmed: boolean } | { command: null };

export interface Option {
  choice: number;
  label: string;
}

/** What every quick-log call answers. */
export interface QuicklogAnswer {
  status: 'logged' | 'ask' | 'refused';
  reply: string;
  questionId?: string;
  options?: Option[];
  changeIds: string[];
}

/** An answer that wrote nothing. */
export function refused(reply: string): QuicklogAnswer {
  return { status: 'refused', reply, changeIds: [] };
}

/** An answer to somebody who only wanted to know. */
export function told(reply: string): QuicklogAnswer {
  return { status: 'logged', reply, changeIds: [] };
}

/** Doors that show a button to take a change back; the others say the word. */
const withButton: readonly Door[] = ['web', 'slack'];

/** An answer that wrote one change, and how to take it back. */
export function logged(said: string, door: Door, changeId: string): QuicklogAnswer {
  const reply = withButton.includes(door) ? said : `${said} UNDO takes it back.`;
  return { status: 'logged', reply, changeIds: [changeId] };
}
