import { type SQL, sql } from 'drizzle-orm';
import type { ReportScope } from './scope.ts';

// Each gives a statement with one row (or, where it says so, several) per deal, named `deal_id`. Reports count these rows
// and the deals page looks deals up in them, so that a number and what it opens cannot differ.

/**
 * Deals opened in the range, by the door they came through, and whether they were sold when it ended: so that half a month
 * is held against half a month. Those that never were a customer are left out.
 */
export function openedFacts(scope: ReportScope): SQL {
  return sql`select d.id as deal_id, d.owner_id as member_id, d.source, d.created_at, d.stage_id, d.stage_since,
      coalesce(d.sold_on <= ${scope.days.to}, false) as sold,
      ${channel} as channel
    from deals d where ${ofStore(scope)} and d.created_at >= ${scope.from} and d.created_at < ${scope.to} ${customers(scope)}`;
}

/** Deals of a kind with an appointment in the range whose time has come, or that is still to come. */
export function appointmentFacts(scope: ReportScope): SQL {
  const past = sql`(a.starts_at <= ${scope.now} or a.status = 'showed')`;
  const day = sql`(a.starts_at at time zone ${scope.timeZone})::date`;
  return sql`select d.id as deal_id, d.owner_id as member_id, d.source, bool_or(${past}) as due,
      bool_or(a.status = 'showed') as shown, bool_or(a.status = 'showed' and d.sold_on between ${day} and ${scope.days.to}) as sold
    from appointments a join deals d on d.workspace_id = a.workspace_id and d.id = a.deal_id
    where a.workspace_id = ${scope.workspaceId} and a.archived_at is null and a.status <> 'cancelled' and a.kind <> 'delivery'
      and a.starts_at >= ${scope.from} and a.starts_at < ${scope.to} and ${ofStore(scope)} ${customers(scope)}
    group by d.id, d.owner_id, d.source`;
}

/** Deals whose customer was in the store in the range, as the desk log or the timeline says. */
export function visitFacts(scope: ReportScope): SQL {
  return sql`select d.id as deal_id, d.owner_id as member_id, d.source, bool_or(v.be_back) as be_back
    from (
      select deal_id, kind = 'be_back' as be_back from visits where workspace_id = ${scope.workspaceId}
        and archived_at is null and arrived_at >= ${scope.from} and arrived_at < ${scope.to}
      union all
      select deal_id, be_back from activities where workspace_id = ${scope.workspaceId} and archived_at is null
        and (kind = 'visit' or be_back) and occurred_at >= ${scope.from} and occurred_at < ${scope.to}
    ) v join deals d on d.workspace_id = ${scope.workspaceId} and d.id = v.deal_id
    where ${ofStore(scope)} ${customers(scope)}
    group by d.id, d.owner_id, d.source`;
}

/** How long a lead that nobody stood beside waited for a person: the first call, text, e-mail or meeting by a member. */
export function responseFacts(scope: ReportScope): SQL {
  return sql`select c.deal_id, c.member_id, c.source, extract(epoch from min(a.occurred_at) - c.created_at)::float8 as seconds
    from (${openedFacts(scope)}) c
    left join activities a on a.workspace_id = ${scope.workspaceId} and a.deal_id = c.deal_id and a.archived_at is null
      and a.occurred_at >= c.created_at and a.kind <> 'note' and ${byPerson}
    where c.channel not in ('showroom', 'phone')
    group by c.deal_id, c.member_id, c.source, c.created_at`;
}

/** What members did in the range, a row each; one about a customer without a deal has none. */
export function activityFacts(scope: ReportScope): SQL {
  const source = scope.source === undefined ? sql`` : sql`and ${fromSource(scope)}`;
  const member = scope.memberId === undefined ? sql`` : isMember(sql`a.member_id`, scope.memberId);
  return sql`select d.id as deal_id, a.member_id, a.kind, a.id,
      extract(hour from a.occurred_at at time zone ${scope.timeZone})::int as hour
    from activities a left join deals d on d.workspace_id = a.workspace_id and d.id = a.deal_id and d.archived_at is null
    where a.workspace_id = ${scope.workspaceId} and a.archived_at is null and ${byPerson} ${member} ${source}
      and a.occurred_at >= ${scope.from} and a.occurred_at < ${scope.to}`;
}

/** Deals lost in the range, bad ones included. */
export function lostFacts(scope: ReportScope): SQL {
  return sql`select d.id as deal_id, d.lost_reason as reason, d.value_cents
    from deals d where ${ofStore(scope)} and d.closed_at >= ${scope.from} and d.closed_at < ${scope.to}
      and d.lost_reason is not null ${owned(scope)}`;
}

/** Open deals now, with their chance and how long they stand, in days and against what is usual in their stage. */
export function openFacts(scope: ReportScope): SQL {
  const norms = [...scope.norms].map(([stageId, days]) => sql`when ${stageId}::uuid then ${Math.max(1, days)}::float8`);
  const norm = norms.length > 0 ? sql`case d.stage_id ${sql.join(norms, sql` `)} end` : sql`null::float8`;
  const age = sql`extract(epoch from ${scope.now}::timestamptz - d.stage_since)::float8 / 86400`;
  return sql`select d.id as deal_id, d.stage_id, d.value_cents::float8 as value, ${age} as age, ${norm} as norm,
      coalesce(d.probability_override, s.probability)::float8 / 100 as chance
    from deals d join stages s on s.workspace_id = d.workspace_id and s.id = d.stage_id
    where ${ofStore(scope)} and d.closed_at is null ${owned(scope)}`;
}

/** Whose deals, from which source; with those left out that never were a customer. */
function customers(scope: ReportScope): SQL {
  const { bad } = scope;
  return sql`${owned(scope)} ${bad.length > 0 ? sql`and (d.lost_reason is null or d.lost_reason not in ${bad})` : sql``}`;
}

function owned(scope: ReportScope): SQL {
  const member = scope.memberId === undefined ? sql`` : isMember(sql`d.owner_id`, scope.memberId);
  return scope.source === undefined ? member : sql`${member} and ${fromSource(scope)}`;
}

export function ofStore(scope: ReportScope): SQL {
  return sql`d.workspace_id = ${scope.workspaceId} and d.archived_at is null`;
}

export function isMember(column: SQL, memberId: string): SQL {
  return memberId === 'nobody' ? sql`and ${column} is null` : sql`and ${column} = ${memberId}::uuid`;
}

export function fromSource({ source }: ReportScope): SQL {
  return source ? sql`d.source = ${source}` : sql`d.source is null`;
}

/** Jobs and assistants answer by themselves; that is no answer of the store's. */
const byPerson = sql`a.member_id is not null and a.via not in ('job', 'assistant')`;

/** The door a customer came through, from what the source is called. */
const channel = sql`case
  when d.source ~* '(walk.?in|showroom|drive.?by|lot )' then 'showroom'
  when d.source ~* '(phone|call)' then 'phone'
  when d.source ~* '(campaign|mailer|event|newsletter|equity|service drive)' then 'campaign'
  when d.source ~* '(web|internet|online|chat|mail|\\.com|trader|cars|gurus|facebook|google|instagram|lead)' then 'internet'
  else 'other' end`;
