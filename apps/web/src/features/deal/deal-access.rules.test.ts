import { expect, test } from 'vitest';
import { onTheFloor, viewersOf } from './deal-access.rules.ts';

const person = (name: string) => ({ memberId: name, name, initials: name.slice(0, 1) });
const [ana, ben, cory] = [person('Ana'), person('Ben'), person('Cory')];
const reasons = (deal: Parameters<typeof viewersOf>[0]) => viewersOf(deal).map(({ name, why }) => `${name} ${why}`);

test('a deal is its owner’s, and everybody beside them is named with the reason', () => {
  expect(reasons({ ownerId: 'Ana', visibleTo: [ana], shares: [] })).toEqual(['Ana owns it']);
  const shares = [
    { ...ben, creditPercent: 50 },
    { ...cory, creditPercent: 0 },
  ];
  expect(reasons({ ownerId: 'Ana', visibleTo: [ben, cory, ana], shares })).toEqual([
    'Ana owns it, 50 %',
    'Ben split, 50 %',
    'Cory shared',
  ]);
});

test('a deal nobody owns says so to those who see it', () => {
  expect(reasons({ ownerId: null, visibleTo: [ana], shares: [] })).toEqual(['Ana nobody owns it yet']);
});

test('the floor is everybody but reps, and everybody once it is open', () => {
  const rep = { name: 'Ana', active: true, role: 'rep' };
  const manager = { name: 'Max', active: true, role: 'manager' };
  const former = { name: 'Old', active: false, role: 'owner' };
  expect(onTheFloor([rep, manager, former], false)).toEqual([manager]);
  expect(onTheFloor([rep, manager, former], true)).toEqual([rep, manager]);
});
