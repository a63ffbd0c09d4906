import { type SQL, sql } from 'drizzle-orm';
import { fromSource, isMember, ofStore } from './facts.ts';
import type { ReportScope } from './scope.ts';

/**
 * Deals sold (or delivered) in the range, a row for each member's part: the credit in percent, and the gross that goes with
 * it. Sharers get theirs, the owner the rest, so that the parts of a deal are the deal to the cent.
 */
export function soldFacts(scope: ReportScope, day: 'sold_on' | 'delivered_on' = 'sold_on'): SQL {
  const on = sql.raw(`d.${day}`);
  const source = scope.source === undefined ? sql`` : sql`and ${fromSource(scope)}`;
  const member = scope.memberId === undefined ? sql`` : isMember(sql`p.member_id`, scope.memberId);
  return sql`select s.deal_id, p.member_id, s.source, s.on_day, s.condition, s.without_gross, p.credit, p.front, p.back
    from (
      select d.id as deal_id, d.owner_id, d.source, ${on} as on_day, d.front_gross_cents is null as without_gross,
        ${condition} as condition
      from deals d where ${ofStore(scope)} and ${on} between ${scope.days.from} and ${scope.days.to} ${source}
    ) s join (${parts(scope, on)}) p on p.deal_id = s.deal_id
    where p.credit > 0 ${member}`;
}

function parts(scope: ReportScope, on: SQL): SQL {
  const part = (gross: string) => sql`round(${sql.raw(gross)} * c.credit_percent / 100.0)`;
  const range = sql`${ofStore(scope)} and ${on} between ${scope.days.from} and ${scope.days.to}`;
  const shares = sql`deal_shares c join deals d on d.workspace_id = c.workspace_id and d.id = c.deal_id
    where c.workspace_id = ${scope.workspaceId} and c.credit_percent > 0 and ${range}`;
  return sql`select c.deal_id, c.member_id, c.credit_percent as credit, coalesce(${part('d.front_gross_cents')}, 0) as front,
      coalesce(${part('d.back_gross_cents')}, 0) as back from ${shares}
    union all
    select d.id, d.owner_id, 100 - coalesce(t.credit, 0), coalesce(d.front_gross_cents, 0) - coalesce(t.front, 0),
      coalesce(d.back_gross_cents, 0) - coalesce(t.back, 0)
    from deals d left join (
      select c.deal_id, sum(c.credit_percent) as credit, sum(${part('d.front_gross_cents')}) as front,
        sum(${part('d.back_gross_cents')}) as back from ${shares} group by c.deal_id
    ) t on t.deal_id = d.id
    where ${range}`;
}

/** Of the vehicle that stands on the deal's card: its first. */
const condition = sql`(select v.condition from vehicles v where v.workspace_id = d.workspace_id and v.deal_id = d.id
  and v.archived_at is null order by v.id limit 1)`;
