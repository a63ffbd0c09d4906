import type { Icon } from '@tabler/icons-react';
import type { NavigateOptions } from '@tanstack/react-router';
import type { LogAction } from '../activity/log-actions.ts';

/** The customer, and the deal if there is one, that something is about. */
export interface Subject {
  name: string;
  contactId?: string;
  dealId?: string;
}

/** What has to be asked before it can be done: a dialog that opens in place of the palette. */
export type Ask =
  | { ask: 'newUp' | 'newContact' | 'newCompany' | 'invite' | 'keys' }
  | { ask: 'log'; action: LogAction; about: Subject }
  | { ask: 'move'; dealId: string; stageId?: string };

/** What choosing a line does. */
export type Act =
  | { open: NavigateOptions }
  | { ask: Ask }
  | { run: () => void }
  | { pick: { title: string; dealsOnly: boolean; ask: (about: Subject) => Ask } };

/** One line of the palette. */
export interface PaletteRow {
  key: string;
  group: string;
  label: string;
  detail?: string;
  icon: Icon;
  /** More words it can be found by. */
  words?: string;
  /** Whether it stands there before anything is typed. */
  atRest?: boolean;
  act: Act;
}
