import { addCompany } from './customer-story.ts';
import { customerNames, lakesideNames } from './customers.ts';
import { addAppointments, addDeskTasks, addFollowUps, addTrades } from './day-story.ts';
import { type DealOutline, type ToldDeal, tellDeal } from './deal-story.ts';
import { tellPast } from './past-story.ts';
import { addVisits } from './visit-story.ts';
import type { World } from './world.ts';

/** How many deals stand in each stage. */
type Spread = Record<string, number>;

const northsideOpen: Spread = {
  'New up': 10,
  Contacted: 10,
  'Appointment set': 9,
  Showed: 8,
  'Demo drive': 8,
  'Write-up': 7,
  'F&I': 5,
};
const northsideClosed: Spread = { Sold: 6, Delivered: 14, Lost: 14 };
const lakesideOpen: Spread = {
  'New up': 3,
  Contacted: 3,
  'Appointment set': 2,
  'Demo drive': 2,
  'Write-up': 1,
  Delivered: 2,
  Lost: 2,
};

const reasons = [
  'bought_elsewhere',
  'price_or_payment',
  'no_response',
  'timing',
  'trade_value',
  'credit_declined',
  'vehicle_gone',
];
const lostFrom = ['New up', 'Contacted', 'Contacted', 'Appointment set', 'Showed', 'Demo drive', 'Write-up'] as const;

/** Northside Motors: some sixty open deals and three months of what became of the others. */
export function tellNorthside(world: World): void {
  const { members } = world;
  const { ana = null, ben = null, cory = null } = members;
  const told = namedDeals(world).map((outline) => tellDeal(world, outline));
  const reps = [ana, ben, cory, ben, ana, cory, cory, ben];
  told.push(...tellSpread(world, { ...northsideOpen, ...northsideClosed }, customerNames, reps));
  finish(world, told);
  tellPast(world, told, [ana, ben, cory]);
  addVisits(world);
  const [fleet] = told.filter(({ ownerId }) => ownerId === cory);
  if (fleet && cory) addCompany(world, fleet.contactId, 'Brazos Valley Plumbing', cory, fleet.since);
}

/** Lakeside Autos: a small store of its own, so that isolation can be tried by hand. */
export function tellLakeside(world: World): void {
  const { dee = null, owner = null } = world.members;
  finish(world, tellSpread(world, lakesideOpen, lakesideNames, [dee, dee, owner]));
  addVisits(world);
}

/** One customer is called Lopez, so a manager's "lopez to write-up" moves her; Ben has two called Patel, who need a question. */
function namedDeals({ members, calendar }: World): DealOutline[] {
  const { ana = null, ben = null } = members;
  const year = Number(calendar.day(calendar.now).slice(0, 4)) - 2;
  const tahoe = {
    condition: 'used' as const,
    year,
    make: 'Chevrolet',
    model: 'Tahoe',
    trim: 'LT',
    color: 'Blue',
    stockNumber: 'U4471',
    priceCents: 5_649_500,
  };
  return [
    { customer: 'Maria Lopez', ownerId: ana, stage: 'Contacted', daysInStage: 1.1, vehicle: tahoe },
    { customer: 'Nina Patel', ownerId: ben, stage: 'Showed', daysInStage: 0.4 },
    { customer: 'Raj Patel', ownerId: ben, stage: 'New up', daysInStage: 0.2 },
  ];
}

function tellSpread(world: World, spread: Spread, names: readonly string[], reps: (string | null)[]): ToldDeal[] {
  const { random } = world;
  const told: ToldDeal[] = [];
  for (const [stage, count] of Object.entries(spread)) {
    for (let nth = 0; nth < count; nth += 1) {
      const customer = names[told.length % names.length] ?? '';
      const fresh = stage === 'New up' && nth === 0;
      told.push(
        tellDeal(world, {
          customer,
          stage,
          daysInStage: daysIn(world, stage, nth),
          ownerId: fresh ? null : (reps[told.length % reps.length] ?? null),
          ...(stage === 'Lost' && { lostReason: reasons[nth % reasons.length], lostFrom: random.pick(lostFrom) }),
        }),
      );
    }
  }
  return told;
}

/** Closed deals lie spread over four weeks; of the open ones most are fresh, and every seventh was left lying. */
function daysIn({ random, stages }: World, stage: string, nth: number): number {
  const { kind, usualDays } = stages.find(({ name }) => name === stage) ?? { kind: 'open', usualDays: 1 };
  if (kind !== 'open') return 0.3 + nth * 1.9 + random.next();
  if (nth % 7 === 5) return usualDays * (4 + random.next() * 5) + 2;
  return usualDays * (0.1 + random.next() * 1.5) + 0.05;
}

function finish(world: World, told: ToldDeal[]): void {
  const open = told.filter(({ stage }) => stage.kind === 'open');
  // The first deal has none yet: hers is what a visitor of /demo texts.
  addFollowUps(world, open.slice(1));
  addDeskTasks(world, open);
  addAppointments(world, open);
  addTrades(world, open);
}
