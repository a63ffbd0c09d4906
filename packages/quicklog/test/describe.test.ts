import { describe, expect, it } from 'vitest';
import { describe as describeCommand, lostReasons, parse } from '../src/index.ts';
import { monday } from './tell.ts';

const lines: readonly (readonly [string, string])[] = [
  [
    'called maria lopez 8 min, wants the blue tahoe under 55k, call back fri 3pm',
    'Call, 8 min · note: wants the blue Tahoe under $55k · follow-up Fri Nov 27, 3:00 PM',
  ],
  ['lvm maria cb tmrw', 'Call, left a message · follow-up Tue Nov 24'],
  ['na lopez', 'Call, no answer'],
  ['spoke with lopez', 'Call, reached'],
  ['called lopez yesterday 4pm 5 min', 'Call, 5 min, Sun Nov 22, 4:00 PM'],
  ['txt ana ruiz re otd 42,500', 'Text · note: otd $42,500'],
  ['email lopez quote tmrw 10', 'Follow-up by e-mail Tue Nov 24, 10:00 AM'],
  ['lopez came back', 'Be-back visit'],
  ['appt lopez thurs 3', 'Appointment Thu Nov 26, 3:00 PM'],
  ['lopez prefers text', 'Note: prefers text'],
  ['cb lopez jan 5', 'Follow-up Tue Jan 5 2027'],
  ['called lopez 5 min, sold', 'Call, 5 min · to Sold'],
  ['lopez to write-up', 'Move to Write-up'],
  ['lost lopez price', 'Move to Lost (price or payment)'],
  ['new up john smith 214-555-0142 used f150', 'New up · walk-in · +12145550142 · used F-150'],
  ['lopez', 'Show the deal'],
  ['undo', 'Take back the last entry'],
  ['2', 'Answer 2'],
  ['stop', 'STOP: no more messages to this number'],
];

describe('what was understood, in one line', () => {
  it.each(lines)('%s', (text, line) => {
    expect(describeCommand(parse(text, monday), monday)).toBe(line);
  });
});

describe('the reasons a deal is lost for', () => {
  const typed = Object.entries(lostReasons).flatMap(([reason, { label, synonyms }]) =>
    [label, ...synonyms].map((said) => [said, reason] as const),
  );

  it.each(typed)('“lost lopez, %s” is %s', (said, lostReason) => {
    expect(parse(`lost lopez, ${said}`, monday)).toMatchObject({ kind: 'move', stage: { name: 'Lost' }, lostReason });
  });
});

describe('a pipeline of the dealership’s own', () => {
  const stages = [
    { stageId: 'a', name: 'Hello', kind: 'open' as const },
    { stageId: 'b', name: 'Working deal', kind: 'open' as const },
    { stageId: 'c', name: 'Closed won', kind: 'won' as const },
    { stageId: 'd', name: 'Closed lost', kind: 'lost' as const },
  ];

  it.each([
    ['lopez to working deal', 'b'],
    ['lopez to hello', 'a'],
    ['lopez sold', 'c'],
    ['lopez closed won', 'c'],
    ['lost lopez price', 'd'],
  ])('%s', (text, stageId) => {
    expect(parse(text, { ...monday, stages })).toMatchObject({ kind: 'move', stage: { stageId } });
  });

  it('knows no write-up when there is no such stage', () => {
    expect(parse('lopez to write-up', { ...monday, stages }).kind).not.toBe('move');
  });
});
