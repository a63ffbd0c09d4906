import type postgres from 'postgres';

/** What came of a statement: it reached the row, it found none, it was refused, or it failed for another reason. */
export type Outcome = 'done' | 'nothing' | 'refused' | `error ${string}`;

/** How a connection comes to its tenant: as the server does, by hand with any settings, or not at all. */
export type Entry =
  | { enter: [workspaceId: string, memberId: string | null, sees: string] }
  | { settings: Record<string, string> };

/**
 * Sends one statement as the given viewer and takes it back. `app` is a single connection of the server's login: the four
 * statements travel together and run in order.
 */
export async function attempt(app: postgres.Sql, entry: Entry, statement: string, values: string[]): Promise<Outcome> {
  const [, entered, result] = await Promise.allSettled([
    app.unsafe('begin'),
    enter(app, entry),
    app.unsafe(statement, values, { prepare: true }),
    app.unsafe('rollback'),
  ]);
  if (entered?.status === 'rejected') throw entered.reason;
  if (result?.status === 'rejected') return outcomeOf(result.reason);
  return result?.value.count ? 'done' : 'nothing';
}

function enter(app: postgres.Sql, entry: Entry): Promise<unknown> {
  if ('enter' in entry) return app.unsafe('select app.enter($1, $2, $3)', entry.enter, { prepare: true });
  const { 'app.workspace_id': workspace = '', 'app.member_id': member = '', 'app.sees': sees = '' } = entry.settings;
  const set = `select set_config('app.workspace_id', $1, true), set_config('app.member_id', $2, true), set_config('app.sees', $3, true)`;
  return app.unsafe(set, [workspace, member, sees], { prepare: true });
}

/** 42501 is the policy's or the grant's refusal; 22P02 is a setting that is no id at all. */
function outcomeOf(error: unknown): Outcome {
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return code === '42501' || code === '22P02' ? 'refused' : `error ${code}`;
}
