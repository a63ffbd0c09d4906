import type { Tx } from '@beback/db';
import { sql } from 'drizzle-orm';
import { steps } from './cells.ts';
import { reachFacts } from './reach-facts.ts';
import type { Ranges } from './report-range.rules.ts';
import { type ReportScope, within } from './scope.ts';
import { readAppointments } from './summary.ts';

interface FunnelStage {
  stageId: string;
  name: string;
  kind: 'open' | 'won';
  /** Came at least this far. */
  reached: number;
  /** Came further. */
  converted: number;
  /** Came this far and were lost. */
  lost: number;
  /** Came this far and stand there, or wait elsewhere, undecided; in the last stage: are done. */
  open: number;
}

/** How far the deals opened in a range have come, and appointments from set to sold; beside the days compared with. */
export async function readFunnel(tx: Tx, scope: ReportScope, { range, compare }: Ranges) {
  const before = within(scope, compare);
  const [stages, stagesBefore, appointments, appointmentsBefore] = await Promise.all([
    readStages(tx, scope),
    readStages(tx, before),
    readAppointments(tx, scope),
    readAppointments(tx, before),
  ]);
  return { range, compare, stages, appointments, before: { stages: stagesBefore, appointments: appointmentsBefore } };
}

async function readStages(tx: Tx, scope: ReportScope): Promise<FunnelStage[]> {
  const count = (step: keyof typeof steps) =>
    sql`count(f.deal_id) filter (where ${steps[step](sql`s.rank`)})::int as ${sql.identifier(step)}`;
  const rows = await tx.execute<{ [Key in keyof FunnelStage]: FunnelStage[Key] }>(sql`
    with f as (${reachFacts(scope)})
    select s.id as "stageId", s.name, s.kind, ${count('reached')}, ${count('converted')}, ${count('lost')}, ${count('open')}
    from (select id, name, kind, row_number() over (order by position, id) as rank from stages
      where workspace_id = ${scope.workspaceId} and archived_at is null and kind <> 'lost') s
    left join f on f.rank >= s.rank
    group by s.id, s.name, s.kind, s.rank order by s.rank`);
  return [...rows];
}
