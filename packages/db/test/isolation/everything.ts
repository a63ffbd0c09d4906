import type postgres from 'postgres';
import { v7 as newId } from 'uuid';
import {
  type MadeWorkspace,
  madeAt,
  makeActivity,
  makeCompany,
  makeContact,
  makeDeal,
  makeShare,
  makeTask,
} from '../make.ts';

/** Where a made row is found: a column beside `workspace_id`, and its value. */
export interface Place {
  column: string;
  value: string;
}

/** One row in every table that says who sees its rows, all of them seen by `memberId`, and by the manager the deal is shared with. */
export async function makeEverything(
  owner: postgres.Sql,
  workspace: MadeWorkspace,
  memberId: string,
): Promise<Record<string, Place>> {
  const { workspaceId } = workspace;
  const phone = `+1214555${Math.floor(Math.random() * 10_000)}`.padEnd(12, '0');
  const contactId = await makeContact(owner, workspaceId, { ownerId: memberId, phone });
  const { dealId } = await makeDeal(owner, workspace, { ownerId: memberId, contactId });
  await makeShare(owner, workspaceId, dealId, workspace.members.manager);
  const base = { workspace_id: workspaceId, created_at: madeAt };
  const insert = async (table: string, row: Record<string, unknown>): Promise<Place> => {
    const id = newId();
    await owner`insert into ${owner(table)} ${owner({ ...base, id, ...row })}`;
    return byId(id);
  };
  const moved = {
    workspace_id: workspaceId,
    id: newId(),
    deal_id: dealId,
    to_stage_id: workspace.stages['New up'],
    door: 'web',
    occurred_at: madeAt,
  };
  await owner`insert into stage_transitions ${owner(moved)}`;
  return {
    companies: byId(await makeCompany(owner, workspaceId, { ownerId: memberId })),
    contacts: byId(contactId),
    contact_keys: { column: 'key', value: `phone:${phone}` },
    deals: byId(dealId),
    deal_shares: { column: 'deal_id', value: dealId },
    stage_transitions: byId(moved.id),
    vehicles: await insert('vehicles', { deal_id: dealId }),
    trades: await insert('trades', { deal_id: dealId }),
    activities: byId(await makeActivity(owner, workspaceId, { dealId, memberId })),
    tasks: byId(await makeTask(owner, workspaceId, { dealId, memberId })),
    appointments: await insert('appointments', { deal_id: dealId, starts_at: madeAt }),
    changes: await insert('changes', changeRow(memberId, dealId, Number(await nextNumber(owner, workspaceId)))),
    questions: await insert('questions', {
      member_id: memberId,
      door: 'sms',
      prompt: 'Which one?',
      options: [],
      expires_at: madeAt,
    }),
    imports: await insert('imports', {
      member_id: memberId,
      file_name: 'a.csv',
      mapping: {},
      status: 'done',
      counts: {},
    }),
    visits: await insert('visits', { deal_id: dealId, member_id: memberId, kind: 'fresh', arrived_at: madeAt }),
    notices: await insert('notices', {
      member_id: memberId,
      event: 'deal.given',
      channel: 'email',
      pace: 'daily',
      summary: 'A deal is yours now',
      cause: newId(),
    }),
    invitations: await insert('invitations', {
      member_id: memberId,
      email: 'new@people.example',
      name: 'Nina New',
      role: 'rep',
      token_hash: newId(),
      sent_at: madeAt,
      expires_at: madeAt,
    }),
    api_keys: await insert('api_keys', {
      member_id: memberId,
      created_by: memberId,
      name: 'Website',
      prefix: 'bb_1234',
      key_hash: newId(),
      scope: 'read',
    }),
    exports: await insert('exports', { member_id: memberId, what: 'deals', format: 'csv', status: 'done' }),
  };
}

/** One row in every table that the whole workspace sees. */
export async function makeShared(owner: postgres.Sql, workspace: MadeWorkspace): Promise<Record<string, Place>> {
  const { workspaceId } = workspace;
  const externalId = newId();
  const delivery = { workspace_id: workspaceId, provider: 'twilio', external_id: externalId, created_at: madeAt };
  await owner`insert into inbound ${owner(delivery)}`;
  const view = {
    workspace_id: workspaceId,
    id: newId(),
    member_id: workspace.members.rep,
    page: 'board',
    name: 'Mine',
    search: owner.json({}),
    created_at: madeAt,
  };
  await owner`insert into views ${owner(view)}`;
  return {
    workspaces: { column: 'workspace_id', value: workspaceId },
    counters: { column: 'name', value: 'deal' },
    members: byId(workspace.members.rep),
    pipelines: byId(workspace.pipelineId),
    stages: byId(workspace.stages.Sold),
    views: byId(view.id),
    inbound: { column: 'external_id', value: externalId },
  };
}

const byId = (value: string): Place => ({ column: 'id', value });

const changeRow = (memberId: string, dealId: string, seq: number) => ({
  seq,
  member_id: memberId,
  deal_id: dealId,
  door: 'web',
  procedure: 'deal.move',
  subject_type: 'deal',
  subject_id: dealId,
  summary: 'moved',
  before: [],
  after: [],
});

async function nextNumber(owner: postgres.Sql, workspaceId: string): Promise<unknown> {
  const [row] =
    await owner`update counters set value = value + 1 where workspace_id = ${workspaceId} and name = 'change' returning value`;
  return row?.value;
}
