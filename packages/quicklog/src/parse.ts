import { announcesNew, createFrom } from './grammar/read-create.ts';
import { type Reading, readLog } from './grammar/read-log.ts';
import { readReply } from './grammar/replies.ts';
import { type Scan, scan } from './grammar/scan.ts';
import { stageFor } from './grammar/stage.ts';
import { findLostReason } from './lost-reasons.ts';
import { fold, tidy } from './text/fold.ts';
import type { Command, LogCommand, QuicklogContext, StageRef, Who } from './types.ts';
import { momentOf } from './when/resolve.ts';

function unclear(reason: string): Command {
  return { kind: 'unclear', reason };
}

function tells(command: LogCommand): boolean {
  return command.activity !== null || command.followUp !== null || command.appointment !== null;
}

/** "call lopez": done or to do? Nobody can tell. */
function saysNothingMore({ activity, note, followUp, appointment, stage }: LogCommand): boolean {
  return (
    !activity?.outcome && !activity?.minutes && !activity?.occurredAt && !note && !followUp && !appointment && !stage
  );
}

function nameOf(who: Who): string {
  return who.text || (who.dealNumber !== null ? `#${who.dealNumber}` : (who.phone ?? ''));
}

function isQuestion(text: string, command: LogCommand): boolean {
  return (
    text.endsWith('?') &&
    (command.activity === null || command.activity.kind === 'note') &&
    !command.followUp &&
    !command.appointment &&
    !command.stage
  );
}

function withoutPerson({ command, unasked }: Reading): Command {
  const acted = command.activity !== null && command.activity.kind !== 'note';
  if (acted || (command.followUp && !unasked) || command.appointment || command.stage) return command;
  return unclear('I could not tell who this is about: try called maria lopez 8 min, or ? for examples.');
}

/** "lopez deal", "lopez notes": a noun that names what is wanted, and nothing to write down. */
function asksOnly({ activity, note, followUp, appointment, stage }: LogCommand): boolean {
  if (activity?.kind !== 'note' || followUp || appointment || stage) return false;
  return (
    note === null ||
    /^(?:deal|notes?|status|info|history|number|cell|phone|phone number|email|address)$/.test(fold(note))
  );
}

/** "lopez bought elsewhere" says lost in so many words; a move to lost is previewed before it is written. */
function boughtElsewhere(command: LogCommand, stages: readonly StageRef[]): StageRef | null {
  const only = command.activity?.kind === 'note' && !command.followUp && !command.appointment && !command.stage;
  const found = only && command.note ? findLostReason(fold(command.note)) : null;
  return found?.exact && found.reason === 'bought_elsewhere' ? stageFor('lost', stages) : null;
}

/** What a rep would have to add before this can be written down; null when nothing. */
function missingFrom({ command, undated, tenseless }: Reading, name: string): string | null {
  const wordy = (command.note ?? '').split(' ').length > undated;
  if (undated > 0 && command.activity?.kind === 'note' && !wordy) return `Say when: for example, cb ${name} fri 3.`;
  if (!tenseless || !saysNothingMore(command)) return null;
  return `Say “called ${name}” if it happened, or “call ${name} fri 3” if it is to do.`;
}

function aboutPerson(text: string, who: Who, reading: Reading, stages: readonly StageRef[]): Command {
  const { command } = reading;
  const { stage, note, lostReason } = command;
  if (stage && !tells(command)) return { kind: 'move', who, stage, lostReason, note };
  const lost = boughtElsewhere(command, stages);
  if (lost) return { kind: 'move', who, stage: lost, lostReason: 'bought_elsewhere', note: null };
  if (isQuestion(text, command) || asksOnly(command)) return { kind: 'show', who };
  if (tells(command) || stage) {
    const missing = missingFrom(reading, nameOf(who));
    return missing ? unclear(missing) : command;
  }
  return { kind: 'show', who };
}

function asCommand(scanned: Scan, context: QuicklogContext): Command {
  const reading = readLog(scanned, momentOf(context.now, context.timeZone), context.stages);
  if (announcesNew(scanned))
    return (
      createFrom(scanned, reading) ?? unclear('Say who is new: for example, new up john smith 214-555-0142 used f150.')
    );
  const { who } = reading.command;
  return who ? aboutPerson(scanned.text, who, reading, context.stages) : withoutPerson(reading);
}

/**
 * Reads what a rep typed. Pure: the same text in the same context is always the same command.
 * @param text as it came, any length
 * @returns the command; `unclear` with one sentence for the rep when the text is none. Never throws on a text.
 * @throws RangeError when `context.now` is no instant or `context.timeZone` no zone
 */
export function parse(text: string, context: QuicklogContext): Command {
  return parseScanned(scan(tidy(text)), context);
}

/** `parse` for a text that was scanned already. */
export function parseScanned(scanned: Scan, context: QuicklogContext): Command {
  return readReply(scanned.text, scanned.tokens) ?? asCommand(scanned, context);
}
