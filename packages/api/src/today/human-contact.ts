import { deals } from '@beback/db/schema';
import { type SQL, sql } from 'drizzle-orm';

/**
 * Whether somebody has been in touch with a deal's customer: a person called, wrote or met them. A note is none, and what
 * went out by itself never is. For conditions over deals.
 */
export function hadHumanContact(): SQL<boolean> {
  return sql`(exists (select 1 from activities a where a.workspace_id = ${deals.workspaceId} and a.deal_id = ${deals.id}
      and a.archived_at is null and a.member_id is not null and a.via not in ('job', 'assistant') and a.kind <> 'note')
    or exists (select 1 from visits v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
      and v.archived_at is null))`;
}

/** Whether a deal's customer has been in the store. For conditions over deals. */
export function hasVisited(): SQL<boolean> {
  return sql`(exists (select 1 from visits v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id}
      and v.archived_at is null)
    or exists (select 1 from activities a where a.workspace_id = ${deals.workspaceId} and a.deal_id = ${deals.id}
      and a.archived_at is null and (a.kind = 'visit' or a.be_back)))`;
}
