import { type DealOutline, type ToldDeal, tellDeal } from './deal-story.ts';
import { createRandom } from './random.ts';
import type { World } from './world.ts';

/** How many deals of each ending a week has. */
const soldAWeek = 5;
const lostAWeek = 15;
/** What was sold in the four weeks up to today is told elsewhere. */
const sales = { weeks: 11, until: 27.5 };
const losses = { weeks: 15, until: 1 };

// As many as have no divisor in common: name by name, each pair comes once before the first comes again.
const firstNames =
  'Aaron Bianca Colin Delia Edwin Frances Gavin Helena Isaac Joanna Kevin Lorena Mason Nadine Oscar Paula Quentin Renata Simon Tessa Adela Bradley Camila Dominic Elena Felix Gloria Harvey Imani Jamal Kendra Leon Monica Nolan Odette Preston Rosa Salma Trevor Ursula Vivian Wesley Ximena Yusuf Zoe Anita Byron Cecilia Dario Esther Frank Greta Hugo Irene Jonas Kayla Lamar Mei Nelson Olga Priya';
const lastNames =
  'Abbott Barrera Carver Dalton Estrada Fowler Gibbs Holloway Irwin Juarez Keller Lowry Maddox Norris Osborn Petrov Quintero Rhodes Sandoval Tran-Bell Underwood Valdez Wexler Yates Zamora Amadi Becker Castaneda Drummond Eriksen Farouk Greer Hollis Ivanova Jarrett Kimura Lindgren Mbeki Nakamura Oyelaran Pruett Ramos Stroud Tanaka Ueda Vance Whitlock';

const bought = ['Walk-in', 'Referral', 'Website', 'Repeat customer', 'Walk-in', 'Cars.com', 'Phone', 'AutoTrader'];
const left = ['Website', 'Cars.com', 'Facebook', 'Walk-in', 'AutoTrader', 'Website', 'Phone', 'Facebook', 'Cars.com'];
const reasons = [
  'price_or_payment',
  'bought_elsewhere',
  'no_response',
  'price_or_payment',
  'timing',
  'no_response',
  'trade_value',
  'bought_elsewhere',
  'credit_declined',
  'vehicle_gone',
  'spam',
  'no_response',
  'out_of_area',
  'duplicate',
];
const lostFrom = [
  'Contacted',
  'Appointment set',
  'New up',
  'Appointment set',
  'Contacted',
  'Appointment set',
  'Showed',
  'Contacted',
  'Appointment set',
  'Demo drive',
  'Appointment set',
  'New up',
  'Appointment set',
  'Showed',
  'Contacted',
  'Appointment set',
  'Write-up',
];

/** What was sold and lost in the weeks before, so that a month has another to be held against. */
export function tellPast(world: World, recent: ToldDeal[], reps: (string | null)[]): void {
  const told: ToldDeal[] = [];
  const tell = (outline: Omit<DealOutline, 'customer' | 'ownerId'>, nth: number) =>
    told.push(tellDeal(world, { ...outline, customer: customer(told.length), ownerId: ownerOf(reps, nth) }));
  for (let nth = 0; nth < sales.weeks * soldAWeek; nth += 1)
    tell(
      {
        stage: 'Delivered',
        daysInStage: sales.until + daysAgo(nth, soldAWeek),
        source: bought[nth % bought.length],
      },
      nth,
    );
  for (let nth = 0; nth < losses.weeks * lostAWeek; nth += 1)
    tell(
      {
        stage: 'Lost',
        daysInStage: losses.until + daysAgo(nth, lostAWeek),
        source: left[nth % left.length],
        lostReason: reasons[nth % reasons.length],
        lostFrom: lostFrom[nth % lostFrom.length],
      },
      nth,
    );
  addPastAppointments(world, [...recent, ...told]);
  shareSome(world, told, reps);
}

/** Ben sells most, Cory least. */
function ownerOf([ana = null, ben = null, cory = null]: (string | null)[], nth: number): string | null {
  return [ben, ana, ben, cory, ana, ben, cory, ana, ben][nth % 9] ?? null;
}

function daysAgo(nth: number, aWeek: number): number {
  return (nth * 7) / aWeek + ((nth * 5) % 3) / 4;
}

function customer(nth: number): string {
  const [first, last] = [firstNames.split(' '), lastNames.split(' ')];
  return `${first[nth % first.length]} ${last[nth % last.length]}`;
}

/** Appointments on the way of the deals that had one: kept by who showed, missed by some of the others. */
function addPastAppointments(world: World, told: ToldDeal[]): void {
  const random = createRandom(4_099);
  for (const { dealId, contactId, ownerId: memberId, stage, way } of told) {
    const at = (name: string) => way.find((stop) => stop.stage === name)?.at;
    const [createdAt, showedAt] = [at('Appointment set'), at('Showed')];
    // Those of today and of who is still expected are told with the day.
    if (!createdAt || (showedAt ?? createdAt) > world.calendar.at(-1, 0)) continue;
    if (!showedAt && stage.kind === 'open') continue;
    const about = { workspaceId: world.workspaceId, dealId, contactId, memberId, createdAt };
    const status = showedAt ? ('showed' as const) : random.chance(0.8) ? ('no_show' as const) : ('cancelled' as const);
    const startsAt = halfHour(showedAt ?? world.calendar.after(createdAt, 60 * 26));
    world.rows.appointments.push({ ...about, id: random.id(createdAt), startsAt, status });
    // One in five did not come the first time.
    if (showedAt && random.chance(0.2))
      world.rows.appointments.push({
        ...about,
        id: random.id(createdAt),
        startsAt: halfHour(createdAt),
        status: 'no_show',
      });
  }
}

function halfHour(instant: string): string {
  return new Date(Math.floor(Date.parse(instant) / 1_800_000) * 1_800_000).toISOString();
}

/** A few deals that two reps worked. */
function shareSome({ workspaceId, rows }: World, told: ToldDeal[], reps: (string | null)[]): void {
  const sold = told.filter(({ stage }) => stage.kind === 'won');
  for (const { dealId, ownerId, since: createdAt } of sold.filter((_, place) => place % 9 === 2)) {
    const memberId = reps.find((rep) => rep !== ownerId);
    if (memberId) rows.dealShares.push({ workspaceId, dealId, memberId, creditPercent: 50, createdAt });
  }
}
