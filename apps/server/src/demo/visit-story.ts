import { createRandom, type Random } from './random.ts';
import type { Rows } from './rows.ts';
import type { World } from './world.ts';

type Visit = Rows['visits'][number];
type Deal = Rows['deals'][number];

/** Something that only happens at the store. */
interface Scene {
  at: string;
  what: 'came' | 'demo' | 'writeUp' | 'sold' | 'lost';
  memberId: string | null;
}

const scenes: Record<string, Scene['what']> = {
  Showed: 'came',
  'Demo drive': 'demo',
  'Write-up': 'writeUp',
  Sold: 'sold',
  Lost: 'lost',
};
/** When somebody walks in today, and how long ago they have to have come to be gone by now. */
const walkIns = [
  [9, 35],
  [10, 50],
  [12, 20],
  [14, 5],
  [15, 35],
  [17, 10],
  [18, 25],
] as const;
const stayMinutes = 75;

/**
 * The desk log: a visit for every day on which a deal's customer was at the store, told from its moves and entries, and
 * today's, some of them still going on. Chance of its own, so that the rest of the demo stays as it is.
 */
export function addVisits(world: World): void {
  const random = createRandom(23);
  const played = scenesByDeal(world);
  for (const deal of world.rows.deals) {
    const days = Map.groupBy(played.get(deal.id) ?? [], ({ at }) => world.calendar.day(at));
    let earlier = 0;
    for (const [day, those] of [...days].toSorted(([one], [other]) => one.localeCompare(other))) {
      // Numbers and a handshake work by phone, too; nobody comes in to hear that it is over.
      const inPerson = those.some(({ what }) => what === 'came' || what === 'demo');
      if (!inPerson && !(those.some(({ what }) => what !== 'lost') && random.chance(earlier > 0 ? 0.2 : 1))) continue;
      world.rows.visits.push(tellVisit(world, random, deal, day, those, earlier));
      earlier += 1;
    }
  }
  addWalkIns(world, random);
  linkAppointments(world, random);
}

/** What every deal's customer did at the store, in the order in which it happened. */
function scenesByDeal({ rows, stages, calendar }: World): Map<string, Scene[]> {
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  const moves = rows.stageTransitions.flatMap(({ dealId, toStageId, occurredAt: at, memberId = null }) => {
    const what = scenes[names.get(toStageId) ?? ''];
    return what ? [{ dealId, at, what, memberId }] : [];
  });
  const entries = rows.activities.flatMap(({ dealId, occurredAt: at, kind, memberId = null }) =>
    dealId && (kind === 'visit' || kind === 'demo')
      ? [{ dealId, at, memberId, what: kind === 'demo' ? ('demo' as const) : ('came' as const) }]
      : [],
  );
  // What the story pushed up against this very minute happens by phone: not everybody is at the store at once.
  const latest = calendar.after(calendar.now, 0);
  const past = [...moves, ...entries].filter(({ at }) => at < latest);
  const inOrder = past.toSorted((one, other) => one.at.localeCompare(other.at));
  return Map.groupBy(inOrder, ({ dealId }) => dealId);
}

function tellVisit(world: World, random: Random, deal: Deal, day: string, those: Scene[], earlier: number): Visit {
  const { calendar, members, workspaceId } = world;
  const [first] = those;
  const start = first?.at ?? calendar.now;
  const last = those.at(-1)?.at ?? start;
  const when = (what: Scene['what']) => those.find((scene) => scene.what === what)?.at ?? null;
  const arrivedAt = calendar.after(start, first?.what === 'came' ? -2 : -25);
  const writeUpAt = when('writeUp');
  const sold = when('sold') !== null;
  const turned = writeUpAt !== null || random.chance(0.25);
  const leftAt = day === calendar.day(calendar.now) ? outBy(world, last) : calendar.after(last, random.between(15, 50));
  const gone = deal.lostReason ? random.pick(['no_interest', 'lost'] as const) : ('be_back' as const);
  return {
    ...bare(world, random, deal, arrivedAt),
    memberId: deal.ownerId ?? first?.memberId ?? members.manager ?? null,
    kind: earlier > 0 ? 'be_back' : 'fresh',
    workspaceId,
    walkaroundAt: calendar.after(arrivedAt, random.between(6, 14)),
    demoAt: when('demo'),
    writeUpAt,
    turnoverTo: turned ? (members.manager ?? members.owner ?? null) : null,
    turnoverAt: turned ? calendar.after(writeUpAt ?? last, random.between(3, 12)) : null,
    leftAt,
    result: sold ? 'sold' : leftAt ? gone : null,
  };
}

/** Today's walk-ins up to now: deals that are young enough for it, each as far as its stage says. */
function addWalkIns(world: World, random: Random): void {
  const { calendar, rows, stages, members } = world;
  const names = new Map(stages.map(({ id, name }) => [id, name]));
  const young = rows.deals.filter(
    ({ stageId, ownerId, source }) =>
      ownerId && (names.get(stageId) === 'Contacted' || source === 'Walk-in' || source === 'Showroom'),
  );
  const inStore = new Set([...rows.visits, ...rows.appointments].map(({ dealId }) => dealId));
  const free = young.filter(({ id, closedAt }) => !closedAt && !inStore.has(id));
  for (const [place, [hour, minute]] of walkIns.entries()) {
    const deal = free[place];
    const arrivedAt = calendar.at(0, hour, minute);
    if (!deal || arrivedAt > calendar.after(calendar.now, 0)) continue;
    const leftAt = outBy(world, arrivedAt);
    const demoAt = place % 3 === 1 ? calendar.after(arrivedAt, 28) : null;
    const turned = place % 3 === 2 && leftAt !== null;
    rows.visits.push({
      ...bare(world, random, deal, arrivedAt),
      memberId: deal.ownerId ?? null,
      kind: 'fresh',
      walkaroundAt: calendar.after(arrivedAt, random.between(5, 12)),
      demoAt,
      turnoverTo: turned ? (members.manager ?? members.owner ?? null) : null,
      turnoverAt: turned ? calendar.after(arrivedAt, 40) : null,
      leftAt,
      result: leftAt ? random.pick(['be_back', 'be_back', 'no_interest']) : null,
    });
  }
}

/** Who came by appointment: those that were kept, and the visits of today's that were. */
function linkAppointments(world: World, random: Random): void {
  const { rows, calendar } = world;
  for (const appointment of rows.appointments) {
    const { id, dealId, startsAt, status, memberId = null, kind } = appointment;
    if (status !== 'showed' || kind === 'delivery' || !dealId) continue;
    const deal = rows.deals.find((candidate) => candidate.id === dealId);
    const known = rows.visits.find(
      (visit) => visit.dealId === dealId && calendar.day(visit.arrivedAt) === calendar.day(startsAt),
    );
    if (known) Object.assign(known, { appointmentId: id, ...(known.kind === 'fresh' && { kind: 'appointment' }) });
    else if (deal) {
      const arrivedAt = calendar.after(startsAt, random.between(-4, 6));
      const before = rows.visits.some((visit) => visit.dealId === dealId);
      const leftAt = outBy(world, arrivedAt);
      const walkaroundAt = calendar.after(arrivedAt, 9);
      const result = leftAt ? ('be_back' as const) : null;
      const how = { kind: before ? ('be_back' as const) : ('appointment' as const), appointmentId: id };
      rows.visits.push({ ...bare(world, random, deal, arrivedAt), ...how, memberId, walkaroundAt, leftAt, result });
    }
  }
}

function bare({ workspaceId }: World, random: Random, deal: Deal, arrivedAt: string) {
  return { workspaceId, id: random.id(arrivedAt), dealId: deal.id, arrivedAt, createdAt: arrivedAt };
}

/** When somebody who was last seen then went; null while they are still here. */
function outBy({ calendar }: World, lastSeen: string): string | null {
  const stayed = (Date.parse(calendar.now) - Date.parse(lastSeen)) / 60_000;
  return stayed > stayMinutes ? calendar.after(lastSeen, stayMinutes - 15) : null;
}
