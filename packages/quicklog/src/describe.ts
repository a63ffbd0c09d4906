import { scan } from './grammar/scan.ts';
import { lostReasonWords } from './lost-reasons.ts';
import type {
  Activity,
  Command,
  CreateCommand,
  FollowUp,
  LogCommand,
  QuicklogContext,
  StageRef,
  UpSource,
  When,
} from './types.ts';

const kinds: Readonly<Record<Activity['kind'], string>> = {
  call: 'Call',
  text: 'Text',
  email: 'E-mail',
  visit: 'Visit',
  note: 'Note',
  appointment: 'Missed appointment',
  demo: 'Demo drive',
};
const outcomes: Readonly<Record<NonNullable<Activity['outcome']>, string>> = {
  reached: 'reached',
  left_message: 'left a message',
  no_answer: 'no answer',
};
const sources: Readonly<Record<UpSource, string>> = {
  walk_in: 'walk-in',
  phone: 'phone up',
  internet: 'internet lead',
};

function dollars(cents: number): string {
  if (cents >= 1_000_000 && cents % 100_000 === 0) return `$${cents / 100_000}k`;
  return `$${(cents / 100).toLocaleString('en-US')}`;
}

/** The note with its cars and prices written out: "wants the blue Tahoe under $55k". */
function polish(note: string): string {
  const { text, tokens, pieces } = scan(note);
  let polished = '';
  let end = 0;
  for (const piece of pieces) {
    if (piece.type !== 'vehicle' && piece.type !== 'money') continue;
    const [first, last] = [tokens[piece.from], tokens[piece.to - 1]];
    if (!first || !last || (piece.type === 'money' && piece.to !== piece.from + 1)) continue;
    polished += text.slice(end, first.start) + (piece.type === 'vehicle' ? piece.name : dollars(piece.money.cents));
    end = last.end;
  }
  return polished + text.slice(end);
}

function activityLine(activity: Activity, beBack: boolean): string {
  const kind = beBack && activity.kind === 'visit' ? 'Be-back visit' : kinds[activity.kind];
  const reached = activity.outcome === 'reached' && activity.minutes !== null;
  const outcome = activity.outcome && !reached ? outcomes[activity.outcome] : null;
  const minutes = activity.minutes === null ? null : `${activity.minutes} min`;
  return [kind, outcome, minutes, activity.occurredAt?.label].filter(Boolean).join(', ');
}

function followUpLine(followUp: FollowUp): string {
  const how = followUp.action === 'text' ? ' by text' : followUp.action === 'email' ? ' by e-mail' : '';
  return `follow-up${how} ${followUp.due.label}`;
}

function stageLine(stage: StageRef, reason: string | null): string {
  return reason ? `to ${stage.name} (${lostReasonWords(reason)})` : `to ${stage.name}`;
}

interface Plans {
  note: string | null;
  vehicle: string | null;
  appointment: When | null;
  followUp: FollowUp | null;
}

function planLines({ note, vehicle, appointment, followUp }: Plans): (string | null)[] {
  return [
    note ? `note: ${polish(note)}` : vehicle,
    appointment && `appointment ${appointment.label}`,
    followUp && followUpLine(followUp),
  ];
}

function joined(lines: readonly (string | null)[]): string {
  const line = lines.filter(Boolean).join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function logLine(command: LogCommand): string {
  const { activity, stage } = command;
  const spoken =
    activity && !(activity.kind === 'note' && command.note) ? activityLine(activity, command.beBack) : null;
  return joined([spoken, ...planLines(command), stage && stageLine(stage, command.lostReason)]);
}

function createLine(command: CreateCommand): string {
  const source = command.source ? sources[command.source] : null;
  const stock = command.stockNumber ? `stock ${command.stockNumber}` : null;
  return joined([
    'New up',
    source,
    command.who.phone,
    command.email,
    command.vehicle,
    stock,
    ...planLines({ ...command, vehicle: null }),
  ]);
}

/**
 * One line that says what was understood, without the person's name (the caller knows the resolved one):
 * "Call, 8 min · note: wants the blue Tahoe under $55k · follow-up Fri Nov 27, 3:00 PM".
 * @param _context the context the command was parsed in; dates already carry their labels
 */
export function describe(command: Command, _context: QuicklogContext): string {
  switch (command.kind) {
    case 'log':
      return logLine(command);
    case 'move':
      return joined([
        `Move ${stageLine(command.stage, command.lostReason)}`,
        command.note ? `note: ${polish(command.note)}` : null,
      ]);
    case 'create':
      return createLine(command);
    case 'show':
      return 'Show the deal';
    case 'undo':
      return 'Take back the last entry';
    case 'help':
      return 'Examples of what to text';
    case 'answer':
      return `Answer ${command.choice}`;
    case 'confirm':
      return 'Go ahead';
    case 'optOut':
      return `${command.word}: no more messages to this number`;
    case 'optIn':
      return 'Messages to this number again';
    case 'unclear':
      return command.reason;
  }
}
