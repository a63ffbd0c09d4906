import type { Activity, Command, QuicklogContext, When, Who } from '../src/index.ts';

const pipeline =
  'New up:open, Contacted:open, Appointment set:open, Showed:open, Demo drive:open, Write-up:open, F&I:open, Sold:won, Delivered:won, Lost:lost';

/** The default pipeline at a dealership in Chicago, on a Monday before Thanksgiving, 11:20 in the morning. */
export const monday: QuicklogContext = {
  now: '2026-11-23T17:20:00Z',
  timeZone: 'America/Chicago',
  stages: pipeline.split(', ').map((entry, index) => {
    const [name = '', kind] = entry.split(':');
    return { stageId: `stage-${index + 1}`, name, kind: kind === 'won' || kind === 'lost' ? kind : 'open' };
  }),
};

function when(value: When): string {
  return value.allDay ? `${value.label} (all day)` : value.label;
}

function person(who: Who | null): string | null {
  if (!who) return null;
  const words = who.words.join(' ');
  const found = words === who.text.toLowerCase() ? words : `${who.text} [${words}]`;
  return [found, who.phone, who.dealNumber === null ? null : `#${who.dealNumber}`].filter(Boolean).join(' ');
}

function deed({ kind, outcome, minutes, occurredAt }: Activity): string {
  return [kind, outcome, minutes === null ? null : `${minutes} min`, occurredAt && `on ${when(occurredAt)}`]
    .filter(Boolean)
    .join(' ');
}

function facts(command: Command): (string | false | null | undefined)[] {
  if (command.kind === 'answer') return [String(command.choice)];
  if (command.kind === 'optOut') return [command.word];
  if (command.kind === 'unclear') return [command.reason];
  if (command.kind === 'show') return [person(command.who)];
  if (command.kind === 'move')
    return [
      person(command.who),
      `to ${command.stage.name}`,
      command.lostReason,
      command.note && `note: ${command.note}`,
    ];
  if (command.kind !== 'log' && command.kind !== 'create') return [];
  const own = command.kind === 'log' ? logFacts(command) : [command.email, command.source];
  return [
    person(command.who),
    ...own,
    command.note && `note: ${command.note}`,
    command.vehicle && `car: ${command.vehicle}`,
    command.stockNumber && `stock: ${command.stockNumber}`,
    command.vin && `vin: ${command.vin}`,
    command.budgetCents !== null && `budget: ${command.budgetCents / 100}`,
    command.mileage !== null && `miles: ${command.mileage}`,
    command.appointment && `appointment: ${when(command.appointment)}`,
    command.followUp && `${command.followUp.action} “${command.followUp.title}” ${when(command.followUp.due)}`,
  ];
}

function logFacts(command: Extract<Command, { kind: 'log' }>): (string | false | null)[] {
  const { activity, stage, lostReason, beBack } = command;
  return [activity && deed(activity), beBack && 'be-back', stage && `to ${stage.name}`, lostReason];
}

/** A command on one line, for tables that are read by people: `log · maria lopez · call reached 8 min · …`. */
export function told(command: Command): string {
  return [command.kind, ...facts(command)].filter(Boolean).join(' · ');
}
