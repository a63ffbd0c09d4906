import { makeContact } from '@beback/db/test';
import { v7 as newId } from 'uuid';
import { database, type Store } from './harness.ts';

type StageName = keyof Store['stages'];

/** One deal as a report sees it; what is left out is nothing, and the rep's. */
export interface Sale {
  at?: string;
  owner?: string | null;
  source?: string | null;
  stage?: StageName;
  /** The stages it stood in, in order, each with its instant; the last is where it stands unless `stage` says otherwise. */
  way?: [StageName, string][];
  value?: number;
  chance?: number;
  soldOn?: string;
  deliveredOn?: string;
  front?: number;
  back?: number;
  condition?: 'new' | 'used';
  lost?: string;
  closedAt?: string;
  since?: string;
  shares?: Record<string, number>;
}

const at = '2026-03-02T15:00:00.000Z';
let counted = 5_000;

/** Writes a deal with everything that reports look at; gives its id. */
export async function makeSale(store: Store, sale: Sale = {}): Promise<string> {
  const { owner } = database;
  const { workspaceId, stages } = store;
  const id = newId();
  counted += 1;
  const ownerId = sale.owner === undefined ? store.members.rep : sale.owner;
  const stage = sale.stage ?? (sale.lost ? 'Lost' : (sale.way?.at(-1)?.[0] ?? (sale.soldOn ? 'Sold' : 'New up')));
  const createdAt = sale.at ?? at;
  const closedAt = sale.closedAt ?? (sale.soldOn || sale.lost ? createdAt : null);
  await owner`insert into deals ${owner({
    workspace_id: workspaceId,
    id,
    number: counted,
    title: `Sale ${counted}`,
    contact_id: await makeContact(owner, workspaceId, { name: `Customer ${counted}`, ownerId }),
    pipeline_id: store.pipelineId,
    stage_id: stages[stage],
    owner_id: ownerId,
    source: sale.source ?? null,
    value_cents: sale.value ?? 0,
    probability_override: sale.chance ?? null,
    sold_on: sale.soldOn ?? null,
    delivered_on: sale.deliveredOn ?? null,
    front_gross_cents: sale.front ?? null,
    back_gross_cents: sale.back ?? null,
    lost_reason: sale.lost ?? null,
    closed_at: closedAt,
    stage_since: sale.since ?? createdAt,
    created_at: createdAt,
  })}`;
  if (sale.condition) await insert('vehicles', { deal_id: id, condition: sale.condition });
  for (const [member, credit] of Object.entries(sale.shares ?? {}))
    await owner`insert into deal_shares ${owner({ workspace_id: workspaceId, deal_id: id, member_id: member, credit_percent: credit, created_at: createdAt })}`;
  let from: string | null = null;
  for (const [name, occurredAt] of sale.way ?? []) {
    await insert('stage_transitions', {
      deal_id: id,
      from_stage_id: from,
      to_stage_id: stages[name],
      door: 'web',
      occurred_at: occurredAt,
      seconds_in_stage: from === null ? null : 60,
    });
    from = stages[name];
  }
  return id;

  function insert(table: string, row: Record<string, unknown>) {
    const base = { workspace_id: workspaceId, id: newId(), ...(table === 'vehicles' && { created_at: createdAt }) };
    return owner`insert into ${owner(table)} ${owner({ ...base, ...row })}`;
  }
}

/** Something that was done on a deal. */
export async function makeDone(
  store: Store,
  dealId: string,
  occurredAt: string,
  given: { memberId?: string | null; kind?: string; via?: string; beBack?: boolean } = {},
): Promise<void> {
  const { owner } = database;
  const row = {
    workspace_id: store.workspaceId,
    id: newId(),
    deal_id: dealId,
    member_id: given.memberId === undefined ? store.members.rep : given.memberId,
    kind: given.kind ?? 'call',
    via: given.via ?? 'web',
    be_back: given.beBack ?? false,
    occurred_at: occurredAt,
    created_at: occurredAt,
  };
  await owner`insert into activities ${owner(row)}`;
}

/** A customer who was to come in. */
export async function makeBooked(
  store: Store,
  dealId: string,
  startsAt: string,
  status: 'set' | 'confirmed' | 'showed' | 'no_show' | 'cancelled',
  kind: 'visit' | 'demo' | 'delivery' = 'visit',
): Promise<void> {
  const { owner } = database;
  const base = { workspace_id: store.workspaceId, id: newId(), deal_id: dealId, created_at: startsAt };
  await owner`insert into appointments ${owner({ ...base, starts_at: startsAt, status, kind })}`;
}
