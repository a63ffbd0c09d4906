import { idOf, openDeals, openStages } from './dealerships.ts';

/** A procedure that is measured, and what the next caller asks it. */
export interface Call {
  name: 'deal.board' | 'contact.search' | 'deal.move' | 'activity.log';
  kind: 'read' | 'write';
  /** Counts on, so that no deal is asked for twice at a time and none is moved to where it stands. */
  next(): Record<string, unknown>;
}

/** What people type to find a customer: a whole name, a beginning, a misspelling. */
export const names = ['lopez', 'okaf', 'kowalsky', 'maria'];

/** The calls in the order of the table, for one database: where its deals stand follows from how often they were moved. */
export function callsOf(only: string): Call[] {
  const calls: Call[] = [
    { name: 'deal.board', kind: 'read', next: () => ({ closedDays: 30 }) },
    { name: 'contact.search', kind: 'read', next: counted((turn) => ({ query: names[turn % names.length] })) },
    { name: 'deal.move', kind: 'write', next: counted(moveOf) },
    { name: 'activity.log', kind: 'write', next: counted((turn) => logOf(idOf('deal', 1 + (turn % openDeals)))) },
  ];
  return calls.filter((call) => call.name.includes(only));
}

function counted(input: (turn: number) => Record<string, unknown>): Call['next'] {
  let turn = 0;
  return () => input(turn++);
}

/** Deal after deal; every time round, each goes on by one stage. */
function moveOf(turn: number) {
  const n = 1 + (turn % openDeals);
  return { dealId: idOf('deal', n), stageId: stageAfter(n, Math.floor(turn / openDeals)) };
}

/** The stage that comes after the one where a deal stands when it was moved so often. */
export function stageAfter(n: number, moved: number): string {
  // At first, a deal stands in stage 1 + n % 7; see dealerships.sql.
  return openStages[(n + 1 + moved) % openStages.length] ?? '';
}

/** A call that was made on a deal. */
export function logOf(dealId: string) {
  return {
    dealId,
    kind: 'call',
    outcome: 'reached',
    minutes: 8,
    note: 'Wants the blue Tahoe under 55k; call back Friday.',
  };
}

/** A call as an HTTP request that both servers understand. */
export function toRequest(call: Call, input = call.next()): { method: string; path: string; body?: string } {
  const path = `/trpc/${call.name}`;
  if (call.kind === 'write') return { method: 'POST', path, body: JSON.stringify(input) };
  return { method: 'GET', path: `${path}?input=${encodeURIComponent(JSON.stringify(input))}` };
}
