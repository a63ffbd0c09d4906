interface Person {
  memberId: string;
  name: string;
  initials: string;
}

interface Seen {
  ownerId: string | null;
  visibleTo: readonly Person[];
  shares: readonly (Person & { creditPercent: number })[];
}

/** Somebody who sees a deal for a reason of their own. */
export interface Viewer extends Person {
  why: string;
  shared: boolean;
}

/** Who sees a deal beside the floor, and why: its owner first, then those it is split with or shown to, then the rest. */
export function viewersOf({ ownerId, visibleTo, shares }: Seen): Viewer[] {
  const credit = new Map(shares.map(({ memberId, creditPercent }) => [memberId, creditPercent]));
  const given = shares.reduce((sum, { creditPercent }) => sum + creditPercent, 0);
  const people = new Map([...visibleTo, ...shares].map((person) => [person.memberId, person]));
  const viewers = [...people.values()].map(({ memberId, name, initials }) => {
    const part = credit.get(memberId);
    const owns = memberId === ownerId;
    const why = owns ? ownerWords(given) : part === undefined ? 'nobody owns it yet' : shareWords(part);
    return { memberId, name, initials, why, shared: part !== undefined && !owns };
  });
  const rank = ({ memberId, shared }: Viewer) => (memberId === ownerId ? 0 : shared ? 1 : 2);
  return viewers.toSorted((one, other) => rank(one) - rank(other));
}

/** Who sees every deal: owners, managers and those who look on; on an open floor reps too. */
export function onTheFloor<Member extends { active: boolean; role: string }>(
  members: readonly Member[],
  floorOpen: boolean,
): Member[] {
  return members.filter(({ active, role }) => active && (floorOpen || role !== 'rep'));
}

function ownerWords(given: number): string {
  return given > 0 ? `owns it, ${100 - given} %` : 'owns it';
}

function shareWords(part: number): string {
  return part > 0 ? `split, ${part} %` : 'shared';
}
