import {
  IconArrowBackUp,
  IconBuildingStore,
  IconCircleArrowRight,
  IconKeyboard,
  IconLogout,
  IconMessagePlus,
  IconMoon,
  IconPlus,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Me, Stage } from '../../api.ts';
import { logActions } from '../activity/log-actions.ts';
import { hereRows, logLabel } from './here-rows.ts';
import type { PaletteRow, Subject } from './palette.types.ts';
import { placeRows } from './place-rows.ts';

type Scheme = Me['colorScheme'];

/** What the commands depend on: who asks, where they are, and what only the page can do. */
interface Surroundings {
  me: Pick<Me, 'role' | 'colorScheme'>;
  here: Subject | null;
  stages: readonly Pick<Stage, 'stageId' | 'name'>[];
  workspaces: readonly { workspaceId: string; name: string }[];
  run: {
    signOut: () => void;
    takeBack: () => void;
    switchTo: (workspaceId: string) => void;
    colour: (scheme: Scheme) => void;
  };
}

/** Every command that this member may give, in the order they are offered. */
export function commandRows(around: Surroundings): PaletteRow[] {
  const { me, here } = around;
  const writes = me.role !== 'read_only';
  const manages = me.role === 'owner' || me.role === 'manager';
  return [
    ...(writes && here ? hereRows(here, around.stages) : []),
    ...(writes ? doingRows(around) : []),
    ...(manages ? [inviteRow] : []),
    ...placeRows(me.role),
    ...youRows(around),
  ];
}

function doingRows({ run }: Surroundings): PaletteRow[] {
  const group = 'Do';
  const ask = (of: 'newUp' | 'newContact' | 'newCompany') => ({ ask: { ask: of } }) as const;
  const logs = logActions.map(([action, label]): PaletteRow => {
    const title = `${logLabel(action, label)}${action === 'follow-up' || action === 'appointment' ? ' for…' : ' on…'}`;
    const pick = {
      title,
      dealsOnly: action === 'appointment',
      ask: (about: Subject) => ({ ask: 'log', action, about }) as const,
    };
    return {
      key: `log-${action}`,
      group,
      label: title,
      icon: IconMessagePlus,
      act: { pick },
      atRest: action === 'call',
    };
  });
  const move = {
    title: 'Move to a stage: whose deal?',
    dealsOnly: true,
    ask: ({ dealId = '' }: Subject) => ({ ask: 'move', dealId }) as const,
  };
  return [
    {
      key: 'new-up',
      group,
      label: 'New up',
      words: 'add deal lead create',
      icon: IconPlus,
      act: ask('newUp'),
      atRest: true,
    },
    ...logs,
    {
      key: 'move',
      group,
      label: 'Move a deal to…',
      words: 'stage',
      icon: IconCircleArrowRight,
      act: { pick: move },
      atRest: true,
    },
    {
      key: 'new-contact',
      group,
      label: 'Add contact',
      words: 'new customer create',
      icon: IconUserPlus,
      act: ask('newContact'),
    },
    { key: 'new-company', group, label: 'Add company', words: 'new create', icon: IconPlus, act: ask('newCompany') },
    {
      key: 'undo',
      group,
      label: 'Take back what I did last',
      words: 'undo',
      icon: IconArrowBackUp,
      act: { run: run.takeBack },
    },
  ];
}

const inviteRow: PaletteRow = {
  key: 'invite',
  group: 'Do',
  label: 'Invite somebody',
  words: 'member people add new rep',
  icon: IconUserPlus,
  act: { ask: { ask: 'invite' } },
};

const schemeWords: Record<Scheme, string> = {
  auto: 'Colors as the system',
  light: 'Light colors',
  dark: 'Dark colors',
};

function youRows({ me, workspaces, run }: Surroundings): PaletteRow[] {
  const group = 'You';
  const schemes = (['light', 'dark', 'auto'] as const).filter((scheme) => scheme !== me.colorScheme);
  return [
    ...workspaces.map(({ workspaceId, name }) => ({
      key: workspaceId,
      group,
      label: `Switch to ${name}`,
      words: 'workspace dealership',
      icon: IconBuildingStore,
      act: { run: () => run.switchTo(workspaceId) },
    })),
    ...schemes.map((scheme) => ({
      key: `colours-${scheme}`,
      group,
      label: schemeWords[scheme],
      words: 'color scheme mode theme',
      icon: IconMoon,
      act: { run: () => run.colour(scheme) },
    })),
    {
      key: 'keys',
      group,
      label: 'Keyboard shortcuts',
      words: 'help',
      icon: IconKeyboard,
      act: { ask: { ask: 'keys' } },
    },
    { key: 'sign-out', group, label: 'Sign out', words: 'log out leave', icon: IconLogout, act: { run: run.signOut } },
  ];
}
