import type { ToldDeal } from './deal-story.ts';
import { followUps } from './phrases.ts';
import type { World } from './world.ts';

/** Follow-ups of the open deals: some overdue, some for today, most ahead, and a few deals that were forgotten. */
export function addFollowUps(world: World, deals: ToldDeal[]): void {
  const { random } = world;
  const seen = new Map<string | null, number>();
  for (const deal of deals) {
    // Everybody gets some of each, whoever owns how much.
    const kind = (seen.get(deal.ownerId) ?? 0) % 8;
    seen.set(deal.ownerId, kind + 1);
    const title = random.pick(followUps[deal.stage.name] ?? ['Call back']);
    if (kind === 0) addTask(world, deal, title, world.calendar.at(-random.between(1, 4), random.between(9, 18)), false);
    else if (kind === 1) addTask(world, deal, title, world.calendar.at(0, 9), true);
    else if (kind === 2)
      addTask(world, deal, title, world.calendar.at(0, random.between(10, 19), random.pick([0, 15, 30])), false);
    else if (kind < 7)
      addTask(
        world,
        deal,
        title,
        world.calendar.at(random.between(1, 6), random.between(9, 18), random.pick([0, 30])),
        random.chance(0.25),
      );
    if (random.chance(0.35)) addDoneTask(world, deal);
  }
}

const deskTasks = [
  ['Second pencil with the customer', -1, 17],
  ['Take the turnover', 0, 18],
  ['Look over the numbers', 0, 19],
  ['Call the bank about the rate', 1, 10],
] as const;

/** What the desk has promised itself: on deals that are close, whoever owns them. */
export function addDeskTasks(world: World, deals: ToldDeal[]): void {
  const close = deals.filter(({ stage }) => stage.name === 'Write-up' || stage.name === 'F&I');
  const memberId = world.members.manager ?? world.members.owner ?? null;
  for (const [place, [title, days, hour]] of deskTasks.entries()) {
    const deal = close[place];
    if (deal) addTask(world, { ...deal, ownerId: memberId }, title, world.calendar.at(days, hour), false);
  }
}

function addTask(world: World, deal: ToldDeal, title: string, dueAt: string, allDay: boolean): void {
  const { random, rows, workspaceId } = world;
  const { dealId, contactId } = deal;
  const memberId = deal.ownerId ?? world.members.manager ?? null;
  const createdAt = deal.since;
  rows.tasks.push({
    workspaceId,
    id: random.id(createdAt),
    dealId,
    contactId,
    memberId,
    title,
    dueAt: allDay ? world.calendar.at(dayOf(world, dueAt), 0) : dueAt,
    allDay,
    createdAt,
  });
}

function addDoneTask(world: World, deal: ToldDeal): void {
  const { random, rows, workspaceId, calendar } = world;
  const { dealId, contactId, ownerId: memberId, since } = deal;
  const doneAt = calendar.after(since, random.between(30, 600));
  rows.tasks.push({
    workspaceId,
    id: random.id(since),
    dealId,
    contactId,
    memberId,
    title: 'Thank-you text',
    dueAt: doneAt,
    doneAt,
    createdAt: since,
  });
}

function dayOf(world: World, instant: string): number {
  const days = Date.parse(world.calendar.day(instant)) - Date.parse(world.calendar.day(world.calendar.now));
  return Math.round(days / 86_400_000);
}

const hours: [number, number][] = [
  [9, 30],
  [10, 0],
  [11, 30],
  [13, 0],
  [14, 30],
  [15, 30],
  [16, 15],
  [17, 30],
  [18, 30],
];

/** Today's appointments, those of the hours gone by kept or missed, and some for the days to come. */
export function addAppointments(world: World, deals: ToldDeal[]): void {
  const { random, rows, workspaceId, calendar } = world;
  const waiting = deals.filter(({ stage }) => ['Appointment set', 'Contacted', 'Showed', 'F&I'].includes(stage.name));
  for (const [place, deal] of waiting.slice(0, 16).entries()) {
    const today = hours[place];
    const startsAt = today ? calendar.at(0, ...today) : calendar.at(random.between(1, 5), random.between(10, 18));
    const gone = startsAt < calendar.now;
    const status = gone
      ? random.pick(['showed', 'showed', 'no_show'] as const)
      : random.pick(['set', 'confirmed'] as const);
    const kind = deal.stage.name === 'F&I' ? ('delivery' as const) : random.pick(['visit', 'visit', 'demo'] as const);
    const { dealId, contactId, ownerId: memberId, since: createdAt } = deal;
    rows.appointments.push({
      workspaceId,
      id: random.id(createdAt),
      dealId,
      contactId,
      memberId,
      kind,
      startsAt,
      status,
      createdAt,
    });
  }
}

const trades = [
  ['Honda', 'Accord', 'EX', 2_016, 98_400, 'good', 950_000, 1_100_000, 320_000],
  ['Ford', 'Escape', 'SE', 2_018, 71_200, 'fair', 1_040_000, 1_150_000, 1_480_000],
  ['Nissan', 'Altima', 'SV', 2_019, 64_900, 'good', 1_180_000, 1_250_000, 0],
  ['Jeep', 'Compass', 'Latitude', 2_020, 52_300, 'good', 1_420_000, 1_500_000, 1_210_000],
  ['Toyota', 'Corolla', 'LE', 2_014, 121_000, 'rough', 560_000, 650_000, 0],
] as const;

/** Trade-ins on deals that are far enough for one; the Escape is worth less than what is owed on it. */
export function addTrades(world: World, deals: ToldDeal[]): void {
  const { random, rows, workspaceId } = world;
  const far = deals.filter(({ stage }) => ['Showed', 'Demo drive', 'Write-up', 'F&I'].includes(stage.name));
  for (const [
    place,
    [make, model, trim, year, odometer, condition, acvCents, allowanceCents, payoffCents],
  ] of trades.entries()) {
    const deal = far[place * 3];
    if (!deal) continue;
    const money = {
      acvCents,
      allowanceCents,
      payoffCents,
      lienholder: payoffCents > 0 ? 'Lone Star Credit Union' : null,
    };
    const status = place === 4 ? ('requested' as const) : ('appraised' as const);
    const vehicle = { make, model, trim, year, odometer, condition, status };
    rows.trades.push({
      workspaceId,
      id: random.id(deal.since),
      dealId: deal.dealId,
      ...vehicle,
      ...money,
      createdAt: deal.since,
    });
  }
}
