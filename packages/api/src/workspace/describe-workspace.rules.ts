import { listed } from '../wording/change-words.rules.ts';
import type { WorkspaceRow } from './workspaces.ts';

const sold = { new: 'new cars', used: 'used cars', both: 'new and used cars' } as const;

/** What an owner did to the settings, in one sentence. */
export function describeWorkspace(before: WorkspaceRow, after: WorkspaceRow): string {
  const changed = (key: keyof WorkspaceRow) => JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const said: [boolean, string][] = [
    [changed('name'), `renamed the dealership to ${after.name}`],
    [changed('timeZone'), `set the time zone to ${after.timeZone}`],
    [changed('currency'), `set the currency to ${after.currency}`],
    [changed('floorOpen'), floorWords(after)],
    [changed('unownedVisible'), unownedWords(after)],
    [changed('requireTwoFactor'), twoFactorWords(after)],
    [changed('sells'), `set what is sold to ${sold[after.sells]}`],
    [changed('sources'), 'changed the list of sources'],
    [changed('lostReasons'), 'changed the reasons for a lost deal'],
    [changed('noShowMinutes'), `set no-shows to ${after.noShowMinutes} minutes after the appointment`],
  ];
  return listed(said.flatMap(([told, words]) => (told ? words : []))) || 'saved the settings unchanged';
}

function floorWords({ floorOpen }: WorkspaceRow): string {
  return floorOpen ? 'opened the floor: reps see everybody’s deals' : 'closed the floor: reps see their own deals';
}

function unownedWords({ unownedVisible }: WorkspaceRow): string {
  return unownedVisible === 'everyone'
    ? 'showed reps the deals nobody has taken'
    : 'hid deals nobody has taken from reps';
}

function twoFactorWords({ requireTwoFactor }: WorkspaceRow): string {
  return requireTwoFactor ? 'asked everybody for a second factor' : 'stopped asking for a second factor';
}
