import type { Calendar } from './calendar.ts';
import type { DemoDealership } from './people.ts';
import type { Random } from './random.ts';
import type { Rows } from './rows.ts';

export interface WorldStage {
  id: string;
  name: string;
  kind: 'open' | 'won' | 'lost';
  /** How many days a deal usually stands here in this store. */
  usualDays: number;
}

/** One demo dealership while its history is being made up. */
export interface World {
  workspaceId: string;
  pipelineId: string;
  dealership: DemoDealership;
  /** Member ids by the part of the address before the @. */
  members: Record<string, string>;
  stages: WorldStage[];
  random: Random;
  calendar: Calendar;
  rows: Rows;
}

export type Door = 'web' | 'slack' | 'sms';

/** The door a rep comes through most, depending on what they do. */
export function pickDoor(random: Random): Door {
  return random.pick(['sms', 'sms', 'web', 'web', 'slack']);
}

/** The stage with this name; throws when the pipeline has none, which is a mistake in the demo. */
export function stageNamed(world: World, name: string): WorldStage {
  const stage = world.stages.find((candidate) => candidate.name === name);
  if (!stage) throw new Error(`the demo knows no stage ${name}`);
  return stage;
}
