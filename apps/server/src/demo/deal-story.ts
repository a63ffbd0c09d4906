import { addActivities, addFirstAnswer } from './activity-story.ts';
import { addCustomer } from './customer-story.ts';
import { sources } from './customers.ts';
import { grossOf } from './gross.ts';
import { type LotVehicle, pickVehicle } from './lot.ts';
import { newRow } from './rows.ts';
import { type Door, pickDoor, stageNamed, type World, type WorldStage } from './world.ts';

/** The outline of one deal; what it leaves out is made up. */
export interface DealOutline {
  customer: string;
  ownerId: string | null;
  stage: string;
  /** How long it stands where it is. */
  daysInStage: number;
  /** Of a lost deal: where it was lost, and why. */
  lostFrom?: string;
  lostReason?: string;
  vehicle?: LotVehicle;
  source?: string;
}

/** A deal that was told, for what else hangs on it. */
export interface ToldDeal {
  dealId: string;
  contactId: string;
  customer: string;
  ownerId: string | null;
  stage: WorldStage;
  since: string;
  /** When it came to each stage on its way. */
  way: { stage: string; at: string }[];
}

/** How likely a step is taken on the visit that led to it. */
const sameVisit: Record<string, number> = { 'Demo drive': 0.78, 'Write-up': 0.5 };

/** One stop on a deal's way, and the move that led there. */
interface Stop {
  stage: WorldStage;
  at: string;
  memberId: string | null;
  door: Door;
}

/** Makes up a deal with its customer, vehicle, moves and activities, so that it stands where the outline says. */
export function tellDeal(world: World, outline: DealOutline): ToldDeal {
  const { random, calendar, rows, workspaceId } = world;
  const vehicle = outline.vehicle ?? pickVehicle(random, Number(calendar.day(calendar.now).slice(0, 4)));
  const source = outline.source ?? random.pick(sources);
  const stops = wayTo(world, { ...outline, source });
  const [first] = stops;
  const last = stops.at(-1);
  if (!first || !last) throw new Error('a deal of the demo has no way');
  const customer = addCustomer(world, outline.customer, outline.ownerId, first.at, source);
  const closed = last.stage.kind !== 'open';
  const sold = stops.find((stop) => stop.stage.kind === 'won');
  const deal = {
    workspaceId,
    id: random.id(first.at),
    number: 0,
    title: [vehicle.year, vehicle.make, vehicle.model, vehicle.trim].join(' '),
    contactId: customer.contactId,
    pipelineId: world.pipelineId,
    stageId: last.stage.id,
    ownerId: outline.ownerId,
    valueCents: vehicle.priceCents,
    probabilityOverride: !closed && random.chance(0.06) ? random.between(2, 19) * 5 : null,
    source,
    lostReason: outline.lostReason ?? null,
    lostNote: outline.lostReason === 'bought_elsewhere' ? 'Bought from the store closer to home.' : null,
    soldOn: sold ? calendar.day(sold.at) : null,
    deliveredOn: last.stage.name === 'Delivered' ? calendar.day(last.at) : null,
    closedAt: closed ? last.at : null,
    ...(sold && grossOf(rows.deals.length, vehicle.condition, sold.at, calendar.now)),
    stageSince: last.at,
    version: stops.length,
    createdAt: first.at,
  };
  rows.deals.push(deal);
  const { year, make, model, trim, color, stockNumber, priceCents, condition } = vehicle;
  const described = { year, make, model, trim, color, stockNumber, priceCents, condition };
  rows.vehicles.push({ workspaceId, id: random.id(first.at), dealId: deal.id, ...described, createdAt: first.at });
  recordOpening(
    world,
    { ...deal, stageId: first.stage.id, stageSince: first.at, closedAt: null },
    customer.name,
    first,
  );
  addFirstAnswer(world, { ...deal, memberId: outline.ownerId }, source, first.at, rows.deals.length);
  stops.forEach((stop, place) => {
    recordMove(world, deal, stop, stops[place - 1], place);
    addActivities(world, { ...deal, memberId: stop.memberId }, stop.stage.name, stop.at, stops[place + 1]?.at ?? null);
  });
  return {
    dealId: deal.id,
    contactId: customer.contactId,
    customer: customer.name,
    ownerId: outline.ownerId,
    stage: last.stage,
    since: last.at,
    way: stops.map(({ stage, at }) => ({ stage: stage.name, at })),
  };
}

/** The stages it went through, with times that fit the store's habits, counted back from now. */
function wayTo(world: World, outline: DealOutline): Stop[] {
  const { random, calendar, members } = world;
  const end = stageNamed(world, outline.stage);
  const before = end.kind === 'lost' ? stageNamed(world, outline.lostFrom ?? 'Contacted') : end;
  const through = world.stages.slice(0, world.stages.indexOf(before) + 1);
  // Who walks in was not waited for.
  const walkedIn = outline.source === 'Walk-in' && before.name !== 'Appointment set';
  const taken = walkedIn ? through.filter(({ name }) => name !== 'Appointment set') : through;
  const way = end.kind === 'lost' ? [...taken, end] : taken;
  const ages = agesOn(world, way, outline.daysInStage);
  const stops: Stop[] = [];
  for (const [place, stage] of way.entries()) {
    const previous = stops.at(-1);
    const worked = calendar.worked(ages[place] ?? 0);
    const at = previous && worked <= previous.at ? calendar.after(previous.at, random.between(20, 90)) : worked;
    const desk = stage.kind !== 'open' || stage.name === 'F&I';
    const memberId = desk || outline.ownerId === null ? (members.manager ?? members.owner ?? null) : outline.ownerId;
    stops.push({ stage, at, memberId, door: desk ? random.pick(['web', 'web', 'slack']) : pickDoor(random) });
  }
  return stops;
}

/** How many days ago it came to each stage. Who buys is quicker than who does not, and most who drive one do so at once. */
function agesOn({ random }: World, way: readonly WorldStage[], daysInStage: number): number[] {
  const pace = way.at(-1)?.kind === 'won' ? 0.35 : 1;
  const ages = way.map(() => 0);
  let daysAgo = daysInStage;
  for (let place = way.length - 1; place >= 0; place -= 1) {
    ages[place] = daysAgo;
    const usual = (way[place - 1]?.usualDays ?? 0) * (0.4 + random.next() * 1.6);
    daysAgo += random.chance(sameVisit[way[place]?.name ?? ''] ?? 0) ? 0.03 : usual * pace;
  }
  return ages;
}

function recordOpening(world: World, deal: World['rows']['deals'][number], customer: string, stop: Stop): void {
  const { random, rows, workspaceId } = world;
  rows.changes.push({
    workspaceId,
    id: random.id(stop.at),
    memberId: stop.memberId,
    door: stop.door,
    procedure: 'deal.create',
    subjectType: 'deal',
    subjectId: deal.id,
    dealId: deal.id,
    contactId: deal.contactId,
    summary: `opened a deal for ${customer}`,
    ...newRow('deals', deal),
    createdAt: stop.at,
  });
}

function recordMove(
  world: World,
  deal: World['rows']['deals'][number],
  stop: Stop,
  from: Stop | undefined,
  place: number,
): void {
  const { random, rows, workspaceId } = world;
  const { stage, at, memberId, door } = stop;
  rows.stageTransitions.push({
    workspaceId,
    id: random.id(at),
    dealId: deal.id,
    fromStageId: from?.stage.id ?? null,
    toStageId: stage.id,
    memberId,
    door,
    occurredAt: at,
    secondsInStage: from ? Math.round((Date.parse(at) - Date.parse(from.at)) / 1_000) : null,
  });
  if (!from) return;
  const closedAt = stage.kind === 'open' ? null : at;
  const before = { stageId: from.stage.id, stageSince: from.at, ...(closedAt && { closedAt: null }) };
  const after = { stageId: stage.id, stageSince: at, ...(closedAt && { closedAt }) };
  rows.changes.push({
    workspaceId,
    id: random.id(at),
    memberId,
    door,
    procedure: 'deal.move',
    subjectType: 'deal',
    subjectId: deal.id,
    dealId: deal.id,
    contactId: deal.contactId,
    summary: `moved to ${stage.name} from ${from.stage.name}`,
    before: [{ table: 'deals', id: deal.id, version: place, row: before }],
    after: [{ table: 'deals', id: deal.id, version: place + 1, row: after }],
    createdAt: at,
  });
}
