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
  const part = (gross: 'front' | 'back') => sql`round(s.${sql.raw(gross)} * c.credit_percent / 100.0)`;
  const taken = (what: string) => sql`coalesce(t.${sql.raw(what)}, 0)`;
  return sql`with s as (
      select d.id as deal_id, d.owner_id, d.source, ${on} as on_day, d.front_gross_cents is null as without_gross,
        coalesce(d.front_gross_cents, 0) as front, coalesce(d.back_gross_cents, 0) as back, ${condition} as condition
      from deals d where ${ofStore(scope)} and ${on} between ${scope.days.from} and ${scope.days.to} ${source}
    ), shared as (
      select c.deal_id, c.member_id, c.credit_percent as credit, ${part('front')} as front, ${part('back')} as back
      from deal_shares c join s on s.deal_id = c.deal_id
      where c.workspace_id = ${scope.workspaceId} and c.credit_percent > 0
    ), taken as (
      select deal_id, sum(credit) as credit, sum(front) as front, sum(back) as back from shared group by deal_id
    ), parts as (
      select deal_id, member_id, credit, front, back from shared
      union all
      select s.deal_id, s.owner_id, 100 - ${taken('credit')}, s.front - ${taken('front')}, s.back - ${taken('back')}
      from s left join taken t on t.deal_id = s.deal_id
    )
    select s.deal_id, p.member_id, s.source, s.on_day, s.condition, s.without_gross, p.credit, p.front, p.back
    from parts p join s on s.deal_id = p.deal_id where p.credit > 0 ${member}`;
}

/** Of the vehicle that stands on the deal's card: its first. */
const condition = sql`(select v.condition from vehicles v where v.workspace_id = d.workspace_id and v.deal_id = d.id
  and v.archived_at is null order by v.id limit 1)`;
