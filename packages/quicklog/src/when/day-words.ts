import { slips, wordSet } from '../lexicon/expand.ts';

const weekdayNames: readonly (readonly [string, string])[] = [
  ['monday', 'mon mond monday mondays lunes'],
  ['tuesday', 'tue tues tuesd tuesda tuesday tuesdays martes'],
  [
    'wednesday',
    'wed weds wedn wednes wednesd wednesda wednesday wednesdays wensday wendsday wednsday wenesday miercoles',
  ],
  ['thursday', 'thu thur thurs thursd thursda thr thrs thursday thursdays thrusday thrus jueves'],
  ['friday', 'fri frid friday fridays viernes'],
  ['saturday', 'sat satur saturd saturda saturday saturdays saterday sabado'],
  ['sunday', 'sun sund sunda sunday sundays domingo'],
];

const monthNames =
  'january jan enero|february feb febrero|march mar marzo|april apr abril|may mayo|june jun junio|july jul julio|august aug agosto|september sep sept septiembre|october oct octubre|november nov noviembre|december dec diciembre';

/** Monday is 1. A full name may be mistyped by one slip of the thumb. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  weekdayNames.flatMap(([full, words], index) =>
    [...slips(full), ...words.split(' '), `${full}'s`].map((word) => [word, index + 1] as const),
  ),
);

/** January is 1. */
export const months: ReadonlyMap<string, number> = new Map(
  monthNames.split('|').flatMap((names, index) => names.split(' ').map((word) => [word, index + 1] as const)),
);

export const today = wordSet('today tdy 2day hoy');
export const tonight = wordSet('tonight tonite 2nite 2night');
export const tomorrow: ReadonlySet<string> = new Set([
  ...slips('tomorrow'),
  ...wordSet(
    'tomorrow tmrw tmrrw tmr tmw tmmrw tomm tommorow tommorrow tomorow tomorro tomorrows 2morrow 2moro 2mrw 2morow tomoro manana mañana',
  ),
]);
export const yesterday = wordSet('yesterday yest yday yesterdays ysterday yesturday ayer');

/** What may follow an ordinal that is not a date: "3rd row", "2nd visit". */
export const ordinalNouns = wordSet(
  'row rows time visit wheel gen generation car vehicle owner seat seats call attempt key party quarter gear deal option choice thing kid child street st ave floor one person test demo appt try day place pencil gate avenue',
);
