import type { VisitRow } from './visits.ts';

/** What a caller says of a visit; a step that is not named stays as it is. */
export interface VisitSteps {
  walkaround?: boolean;
  demo?: boolean;
  writeUp?: boolean;
  left?: boolean;
  turnoverTo?: string | null;
  result?: VisitRow['result'];
  note?: string | null;
  memberId?: string;
}

type Changed = Partial<Omit<VisitRow, 'workspaceId' | 'id'>>;

const stepColumns = { walkaround: 'walkaroundAt', demo: 'demoAt', writeUp: 'writeUpAt', left: 'leftAt' } as const;

/** The columns that what was said sets: a step keeps the time it was first marked at, and loses it when taken back. */
export function planSteps(visit: VisitRow, said: VisitSteps, at: string): Changed {
  const { turnoverTo, result, note, memberId } = said;
  const set: Changed = { result, note: note === '' ? null : note, memberId };
  for (const [step, column] of Object.entries(stepColumns) as [keyof typeof stepColumns, keyof VisitRow][]) {
    const marked = said[step];
    if (marked !== undefined) Object.assign(set, { [column]: marked ? (visit[column] ?? at) : null });
  }
  if (turnoverTo === undefined) return set;
  const kept = turnoverTo === visit.turnoverTo ? visit.turnoverAt : null;
  return { ...set, turnoverTo, turnoverAt: turnoverTo === null ? null : (kept ?? at) };
}

/** What a move of the deal says of a visit that is going on; stages are known by their names, which a store may change. */
export function stepOfMove(to: { name: string; kind: 'open' | 'won' | 'lost' }, at: string): Changed | null {
  if (to.kind === 'won') return { result: 'sold' };
  if (to.kind === 'lost') return { result: 'lost' };
  if (/write.?up|pencil|desking/i.test(to.name)) return { writeUpAt: at };
  return /demo|test.?drive/i.test(to.name) ? { demoAt: at } : null;
}

/** A customer who was here before is a be-back, whatever else brought them; one who was expected came by appointment. */
export function visitKind(beBack: boolean, appointmentId: string | null): VisitRow['kind'] {
  if (beBack) return 'be_back';
  return appointmentId ? 'appointment' : 'fresh';
}

const kinds: Record<VisitRow['kind'], string> = {
  fresh: 'a fresh up',
  be_back: 'a be-back',
  appointment: 'by appointment',
};
const results: Record<NonNullable<VisitRow['result']>, string> = {
  sold: 'sold',
  be_back: 'will be back',
  no_interest: 'no interest',
  lost: 'lost',
};

/** "checked in (a be-back)". */
export function describeArrival(kind: VisitRow['kind']): string {
  return `checked in (${kinds[kind]})`;
}

/** What was said of a visit, in one sentence. `manager` is the name of who took the turnover. */
export function describeSteps(set: Record<string, unknown>, manager: string | null): string {
  const marked = (column: string, done: string, undone: string) =>
    column in set ? [set[column] === null ? undone : done] : [];
  const words = [
    ...marked('walkaroundAt', 'walkaround done', 'no walkaround after all'),
    ...marked('demoAt', 'demo drive', 'no demo drive after all'),
    ...marked('writeUpAt', 'write-up', 'no write-up after all'),
    ...('turnoverTo' in set ? [set.turnoverTo === null ? 'no T.O. after all' : `T.O. to ${manager}`] : []),
    ...marked('leftAt', 'left the store', 'is still in the store'),
    ...('result' in set ? [set.result === null ? 'no result yet' : results[set.result as keyof typeof results]] : []),
    ...('note' in set ? ['note'] : []),
    ...('memberId' in set ? ['another rep'] : []),
  ];
  return `visit: ${words.join(', ')}`;
}
