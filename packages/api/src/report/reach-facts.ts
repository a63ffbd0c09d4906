import { type SQL, sql } from 'drizzle-orm';
import { openedFacts } from './facts.ts';
import type { ReportScope } from './scope.ts';

/**
 * How far each deal opened in the range had come when it ended: the rank of the furthest stage it stood in (1 is the first),
 * and whether it was lost by then. A deal that was moved back counts where it had got to; a move that was taken back never
 * was; sold is only what is still sold.
 */
export function reachFacts(scope: ReportScope, cohort: SQL = openedFacts(scope), asOf = scope.to): SQL {
  const { workspaceId } = scope;
  const ranked = sql`select id, kind, row_number() over (order by position, id) as rank from stages
    where workspace_id = ${workspaceId} and archived_at is null and kind <> 'lost'`;
  return sql`with ranked as materialized (${ranked})
    select c.deal_id, c.sold, c.lost, greatest(1, max(here.rank), max(r.rank),
      case when c.sold then (select min(w.rank) from ranked w where w.kind = 'won') end) as rank
    from (select o.deal_id, o.sold, s.kind = 'lost' and o.stage_since < ${asOf} as lost,
        case when o.stage_since < ${asOf} and (o.sold or s.kind = 'open') then o.stage_id end as stage_id
      from (${cohort}) o join stages s on s.workspace_id = ${workspaceId} and s.id = o.stage_id) c
    left join ranked here on here.id = c.stage_id
    left join stage_transitions t on t.workspace_id = ${workspaceId} and t.deal_id = c.deal_id
      and t.occurred_at < ${asOf} and not exists (
      select 1 from stage_transitions u where u.workspace_id = ${workspaceId} and u.deal_id = t.deal_id
        and u.from_stage_id = t.to_stage_id and u.seconds_in_stage is null and u.occurred_at >= t.occurred_at)
    left join ranked r on r.id = t.to_stage_id and (r.kind = 'open' or c.sold)
    group by c.deal_id, c.sold, c.lost`;
}

/** The rank of a stage within the pipeline as `reachFacts` counts it. */
export function rankOf(scope: ReportScope, stageId: string): SQL {
  return sql`(select x.rank from (select id, row_number() over (order by position, id) as rank from stages
    where workspace_id = ${scope.workspaceId} and archived_at is null and kind <> 'lost') x where x.id = ${stageId}::uuid)`;
}

/** Deals that were decided lately, sold or lost, to see how often a stage has led to a sale at this store. */
export function decidedFacts(scope: ReportScope, since: string): SQL {
  const bad = scope.bad.length > 0 ? sql`and (d.lost_reason is null or d.lost_reason not in ${scope.bad})` : sql``;
  return sql`select d.id as deal_id, d.stage_id, d.stage_since, d.sold_on is not null as sold from deals d
    where d.workspace_id = ${scope.workspaceId} and d.archived_at is null and d.closed_at >= ${since}
      and d.closed_at <= ${scope.now} ${bad}`;
}
