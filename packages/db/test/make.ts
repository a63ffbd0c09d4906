import type postgres from 'postgres';
import { v7 as newId } from 'uuid';

type Role = 'owner' | 'manager' | 'rep' | 'read_only';

/** The default pipeline: name, kind, probability. */
const template = [
  ['New up', 'open', 10],
  ['Contacted', 'open', 15],
  ['Appointment set', 'open', 25],
  ['Showed', 'open', 40],
  ['Demo drive', 'open', 50],
  ['Write-up', 'open', 65],
  ['F&I', 'open', 85],
  ['Sold', 'won', 100],
  ['Delivered', 'won', 100],
  ['Lost', 'lost', 0],
] as const;
type StageName = (typeof template)[number][0];

/** A dealership with its people and the default pipeline. */
export interface MadeWorkspace {
  workspaceId: string;
  pipelineId: string;
  stages: Record<StageName, string>;
  members: { owner: string; manager: string; rep: string; otherRep: string; readOnly: string };
}

/** The instant every made row was created at. */
export const madeAt = '2026-03-02T15:00:00.000Z';

/** Makes a dealership of its own for a test. Addresses are unique, so tests share nothing. */
export async function makeWorkspace(
  owner: postgres.Sql,
  { name = 'Northside Motors', floorOpen = false }: { name?: string; floorOpen?: boolean } = {},
): Promise<MadeWorkspace> {
  const workspaceId = newId();
  await owner`insert into workspaces ${owner({ workspace_id: workspaceId, name, time_zone: 'America/Chicago', floor_open: floorOpen, created_at: madeAt })}`;
  await owner`insert into counters ${owner([counter(workspaceId, 'deal'), counter(workspaceId, 'change')])}`;
  const pipelineId = newId();
  await owner`insert into pipelines ${owner({ workspace_id: workspaceId, id: pipelineId, name: 'Sales', is_default: true, created_at: madeAt })}`;
  return {
    workspaceId,
    pipelineId,
    stages: await makeStages(owner, workspaceId, pipelineId),
    members: {
      owner: await makeMember(owner, workspaceId, { name: 'Olive Owner', role: 'owner' }),
      manager: await makeMember(owner, workspaceId, { name: 'Max Manager', role: 'manager' }),
      rep: await makeMember(owner, workspaceId, { name: 'Ana Rep', role: 'rep' }),
      otherRep: await makeMember(owner, workspaceId, { name: 'Ben Rep', role: 'rep' }),
      readOnly: await makeMember(owner, workspaceId, { name: 'Rae Reader', role: 'read_only' }),
    },
  };
}

const counter = (workspaceId: string, name: string) => ({ workspace_id: workspaceId, name, value: 0 });

async function makeStages(
  owner: postgres.Sql,
  workspaceId: string,
  pipelineId: string,
): Promise<Record<StageName, string>> {
  const stages = template.map(([name, kind, probability], position) => ({
    id: newId(),
    name,
    kind,
    probability,
    position,
  }));
  const rows = stages.map((stage) => ({
    ...stage,
    workspace_id: workspaceId,
    pipeline_id: pipelineId,
    created_at: madeAt,
  }));
  await owner`insert into stages ${owner(rows)}`;
  return Object.fromEntries(stages.map(({ name, id }) => [name, id])) as Record<StageName, string>;
}

/** Makes a member; gives its id. The e-mail address, when none is given, is nobody else's. */
export async function makeMember(
  owner: postgres.Sql,
  workspaceId: string,
  given: {
    role?: Role;
    name?: string;
    email?: string;
    phone?: string;
    slackTeamId?: string;
    slackUserId?: string;
  } = {},
): Promise<string> {
  const id = newId();
  const row = {
    workspace_id: workspaceId,
    id,
    email: given.email ?? `${id}@people.example`,
    name: given.name ?? 'Cory Rep',
    role: given.role ?? 'rep',
    phone: given.phone ?? null,
    slack_team_id: given.slackTeamId ?? null,
    slack_user_id: given.slackUserId ?? null,
    created_at: madeAt,
  };
  await owner`insert into members ${owner(row)}`;
  return id;
}

/** Makes a company; gives its id. Without an owner only the floor sees it, until a contact of it is seen. */
export async function makeCompany(
  owner: postgres.Sql,
  workspaceId: string,
  given: { name?: string; ownerId?: string | null } = {},
): Promise<string> {
  const id = newId();
  const row = {
    workspace_id: workspaceId,
    id,
    name: given.name ?? 'Acme Plumbing',
    owner_id: given.ownerId ?? null,
    created_at: madeAt,
  };
  await owner`insert into companies ${owner(row)}`;
  return id;
}

/** Makes a customer; gives its id. Without an owner only the floor sees it, until somebody has a deal with it. */
export async function makeContact(
  owner: postgres.Sql,
  workspaceId: string,
  given: { name?: string; ownerId?: string | null; companyId?: string | null; phone?: string; email?: string } = {},
): Promise<string> {
  const id = newId();
  const phones = given.phone ? [{ phone: given.phone, kind: 'mobile' }] : [];
  await owner`insert into contacts (workspace_id, id, name, owner_id, company_id, phones, emails, created_at) values (
    ${workspaceId}, ${id}, ${given.name ?? 'Maria Lopez'}, ${given.ownerId ?? null}, ${given.companyId ?? null},
    ${owner.json(phones)}, ${given.email ? [given.email] : []}, ${madeAt})`;
  return id;
}

/** What `makeDeal` gives back. */
export interface MadeDeal {
  dealId: string;
  contactId: string;
  number: number;
}

/** Makes a deal, numbered from the workspace's counter; owned by the rep, in the first stage, with a customer of its own. */
export async function makeDeal(
  owner: postgres.Sql,
  workspace: MadeWorkspace,
  given: { title?: string; ownerId?: string | null; contactId?: string; stage?: StageName; valueCents?: number } = {},
): Promise<MadeDeal> {
  const { workspaceId, pipelineId } = workspace;
  const contactId = given.contactId ?? (await makeContact(owner, workspaceId));
  const [counted] =
    await owner`update counters set value = value + 1 where workspace_id = ${workspaceId} and name = 'deal' returning value`;
  const dealId = newId();
  const row = {
    workspace_id: workspaceId,
    id: dealId,
    number: Number(counted?.value),
    title: given.title ?? '2024 Tahoe',
    contact_id: contactId,
    pipeline_id: pipelineId,
    stage_id: workspace.stages[given.stage ?? 'New up'],
    owner_id: given.ownerId === undefined ? workspace.members.rep : given.ownerId,
    value_cents: given.valueCents ?? 5_000_000,
    stage_since: madeAt,
    created_at: madeAt,
  };
  await owner`insert into deals ${owner(row)}`;
  return { dealId, contactId, number: row.number };
}

/** Shows a deal to one more member. */
export async function makeShare(
  owner: postgres.Sql,
  workspaceId: string,
  dealId: string,
  memberId: string,
): Promise<void> {
  await owner`insert into deal_shares ${owner({ workspace_id: workspaceId, deal_id: dealId, member_id: memberId, created_at: madeAt })}`;
}

/** Makes an activity; gives its id. */
export async function makeActivity(
  owner: postgres.Sql,
  workspaceId: string,
  given: { dealId?: string; contactId?: string; memberId?: string; kind?: string; note?: string; occurredAt?: string },
): Promise<string> {
  const id = newId();
  const row = {
    ...hanging(workspaceId, id, given),
    kind: given.kind ?? 'call',
    note: given.note ?? null,
    occurred_at: given.occurredAt ?? madeAt,
    via: 'web',
  };
  await owner`insert into activities ${owner(row)}`;
  return id;
}

/** Makes a task; gives its id. Without a deal or a contact only its member and the floor see it. */
export async function makeTask(
  owner: postgres.Sql,
  workspaceId: string,
  given: {
    dealId?: string;
    contactId?: string;
    memberId?: string;
    title?: string;
    dueAt?: string;
    doneAt?: string;
  } = {},
): Promise<string> {
  const id = newId();
  const row = {
    ...hanging(workspaceId, id, given),
    title: given.title ?? 'Call back',
    due_at: given.dueAt ?? null,
    done_at: given.doneAt ?? null,
  };
  await owner`insert into tasks ${owner(row)}`;
  return id;
}

const hanging = (
  workspaceId: string,
  id: string,
  given: { dealId?: string; contactId?: string; memberId?: string },
) => ({
  workspace_id: workspaceId,
  id,
  deal_id: given.dealId ?? null,
  contact_id: given.contactId ?? null,
  member_id: given.memberId ?? null,
  created_at: madeAt,
});
