import { type Phrase, pickPhrase } from './phrases.ts';
import { createRandom } from './random.ts';
import { newRow } from './rows.ts';
import { type Door, pickDoor, type World } from './world.ts';

interface About {
  id: string;
  contactId: string;
  memberId: string | null;
}

const kinds: Record<Phrase['kind'], string> = {
  call: 'a call',
  text: 'a text message',
  email: 'an e-mail',
  visit: 'a visit',
  note: 'a note',
  demo: 'a demo drive',
};

/** What happened while a deal stood in a stage: from `from` on until it moved, or until now. */
export function addActivities(world: World, deal: About, stageName: string, from: string, until: string | null): void {
  const { random, calendar } = world;
  const end = Date.parse(until ?? calendar.now);
  const room = Math.max(0, end - Date.parse(from)) / 60_000;
  const count = Math.min(random.between(0, 3), Math.floor(room / 60));
  for (let place = 1; place <= count; place += 1) {
    const at = calendar.worked(
      (Date.parse(calendar.now) - Date.parse(from)) / 86_400_000 - (room / 1_440) * (place / (count + 1)),
    );
    const said = pickPhrase(random, stageName);
    // Who looks at it or drives it does so when they came for it, not days later.
    const atOnce = (said.kind === 'visit' || said.kind === 'demo') && !isBeBack(said);
    const inStage = !atOnce && at > from && Date.parse(at) < end ? at : calendar.after(from, place * 7);
    addActivity(world, deal, said, inStage);
  }
}

const quick = [2, 3, 4, 6, 8, 11, 14, 19, 27, 38, 52, 75, 160, 420, 1_100] as const;
const answers: [Phrase, Phrase, Phrase] = [
  { kind: 'text', outcome: 'reached', note: 'Answered: it is here, asked when they can come in.' },
  { kind: 'call', outcome: 'left_message', minutes: [1, 2], note: null },
  { kind: 'call', outcome: 'reached', minutes: [2, 7], note: 'Says they are free at the weekend.' },
];

/** How soon a lead from elsewhere was answered by whom it belongs to; a few never were. */
export function addFirstAnswer(world: World, deal: About, source: string, openedAt: string, place: number): void {
  const asked = !['Walk-in', 'Phone'].includes(source);
  const random = createRandom(place * 7_919);
  if (!asked || !deal.memberId || !random.chance(0.93)) return;
  const at = world.calendar.after(openedAt, random.pick(quick));
  addActivity(world, deal, random.pick(answers), at);
}

/** One activity, and the change that recorded it. */
function addActivity(world: World, { id: dealId, contactId, memberId }: About, said: Phrase, at: string): void {
  const { random, rows, workspaceId, members } = world;
  const usual = pickDoor(random);
  // The desk has not linked a phone.
  const atDesk = said.kind === 'email' || (usual === 'sms' && memberId === members.manager);
  const door: Door = atDesk ? 'web' : usual;
  const minutes = said.minutes ? random.between(...said.minutes) : null;
  const beBack = isBeBack(said);
  const { kind, outcome, note } = said;
  const about = { dealId, contactId, memberId };
  const activity = {
    workspaceId,
    id: random.id(at),
    ...about,
    kind,
    outcome,
    minutes,
    note,
    occurredAt: at,
    via: door,
    beBack,
    createdAt: at,
  };
  rows.activities.push(activity);
  rows.changes.push({
    workspaceId,
    id: random.id(at),
    ...about,
    door,
    procedure: door === 'web' ? 'activity.log' : 'quicklog.submit',
    subjectType: 'activity',
    subjectId: activity.id,
    summary: `logged ${beBack ? 'a be-back' : kinds[kind]}${minutes ? ` (${minutes} min)` : ''}`,
    ...newRow('activities', activity),
    createdAt: at,
  });
}

function isBeBack({ note }: Phrase): boolean {
  return note?.startsWith('Be-back') ?? false;
}
