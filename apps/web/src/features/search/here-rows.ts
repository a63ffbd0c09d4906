import { IconCircleArrowRight, IconPlus } from '@tabler/icons-react';
import type { Stage } from '../../api.ts';
import { type LogAction, logActions } from '../activity/log-actions.ts';
import type { PaletteRow, Subject } from './palette.types.ts';

/** What can be done with the deal or customer that is on the screen. */
export function hereRows(here: Subject, stages: readonly Pick<Stage, 'stageId' | 'name'>[]): PaletteRow[] {
  const { name, dealId } = here;
  const logs = logActions
    .filter(([action]) => dealId || action !== 'appointment')
    .map(([action, label]): PaletteRow => {
      const words = `${name} log add`;
      const act = { ask: { ask: 'log', action, about: here } } as const;
      return {
        key: `here-${action}`,
        group: name,
        label: logLabel(action, label),
        words,
        icon: IconPlus,
        act,
        atRest: true,
      };
    });
  const moves = stages.map(({ stageId, name: stage }): PaletteRow => {
    const act = { ask: { ask: 'move', dealId: dealId ?? '', stageId } } as const;
    return {
      key: `to-${stageId}`,
      group: name,
      label: `Move to ${stage}`,
      words: 'stage',
      icon: IconCircleArrowRight,
      act,
    };
  });
  return dealId ? [...logs, ...moves] : logs;
}

/** What a thing to add is called as a command. */
export function logLabel(action: LogAction, label: string): string {
  if (action === 'follow-up') return 'Add follow-up';
  if (action === 'appointment') return 'Set appointment';
  return action === 'note' ? 'Write note' : `Log ${label.toLowerCase()}`;
}
