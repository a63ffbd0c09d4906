import { prepared, type Tx } from '@beback/db';
import { contacts, deals, tasks, vehicles } from '@beback/db/schema';
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { notFound } from '../errors.ts';
import { listStages, type StageRow } from '../stage/stages.ts';
import { vehicleLabel } from '../vehicle/vehicle.rules.ts';

/** The next thing promised on a deal. */
export interface NextTask {
  taskId: string;
  title: string;
  dueAt: string | null;
  allDay: boolean;
}

/** A deal as the board, lists and answers show it. */
export interface DealCard {
  dealId: string;
  number: number;
  title: string;
  stageId: string;
  ownerId: string | null;
  contactId: string;
  contactName: string;
  valueCents: number;
  currency: string;
  probability: number;
  version: number;
  vehicle: string | null;
  stockNumber: string | null;
  source: string | null;
  stageSince: string;
  createdAt: string;
  closedAt: string | null;
  nextTask: NextTask | null;
}

type Text = string | null;

// Looked up per deal through an index: one statement, and a long history of closed deals costs nothing. As arrays, because
// naming every value takes PostgreSQL as long as finding the row.
export const firstVehicle = sql<[year: number | null, make: Text, model: Text, trim: Text, stockNumber: Text] | null>`(
  select json_build_array(v.year, v.make, v.model, v.trim, v.stock_number)
  from ${vehicles} v where v.workspace_id = ${deals.workspaceId} and v.deal_id = ${deals.id} and v.archived_at is null
  order by v.id limit 1)`;
const nextTask = sql<[taskId: string, title: string, dueAt: Text, allDay: boolean] | null>`(
  select json_build_array(t.id, t.title, t.due_at, t.all_day)
  from ${tasks} t where t.workspace_id = ${deals.workspaceId} and t.deal_id = ${deals.id}
    and t.done_at is null and t.archived_at is null
  order by t.due_at limit 1)`;

const cardColumns = {
  dealId: deals.id,
  number: deals.number,
  title: deals.title,
  stageId: deals.stageId,
  ownerId: deals.ownerId,
  contactId: deals.contactId,
  contactName: contacts.name,
  valueCents: deals.valueCents,
  currency: deals.currency,
  probability: deals.probabilityOverride,
  version: deals.version,
  source: deals.source,
  stageSince: deals.stageSince,
  createdAt: deals.createdAt,
  closedAt: deals.closedAt,
  vehicle: firstVehicle,
  nextTask,
};

/** What to read: a condition over deals joined with their contacts, its order, and how many. */
export interface CardQuery {
  where: SQL | undefined;
  orderBy: SQL[];
  limit: number;
}

function selectCards(db: Pick<Tx, 'select'>, where: SQL | undefined) {
  return db
    .select(cardColumns)
    .from(deals)
    .innerJoin(contacts, and(eq(contacts.workspaceId, deals.workspaceId), eq(contacts.id, deals.contactId)))
    .where(and(isNull(deals.archivedAt), where));
}

type CardRow = Awaited<ReturnType<typeof selectCards>>[number];

const cardById = prepared((db) =>
  selectCards(
    db,
    and(eq(deals.workspaceId, sql.placeholder('workspaceId')), eq(deals.id, sql.placeholder('dealId'))),
  ).prepare('card_by_id'),
);

/** Reads deals with their first vehicle and next follow-up, and the stages they refer to, in one round trip. */
export async function readCards(
  tx: Tx,
  query: CardQuery,
  known = listStages(tx),
): Promise<{ cards: DealCard[]; stages: StageRow[] }> {
  const where = and(eq(deals.workspaceId, tx.scope.workspaceId), query.where);
  const rows = selectCards(tx, where)
    .orderBy(...query.orderBy)
    .limit(query.limit);
  const [found, stages] = await Promise.all([rows, known]);
  return { cards: toCards(found, stages), stages };
}

/** One deal's card; throws NOT_FOUND when it is foreign, missing or archived. */
export async function readCard(tx: Tx, dealId: string, known = listStages(tx)): Promise<DealCard> {
  const [found, stages] = await Promise.all([cardById(tx, { dealId }), known]);
  const [card] = toCards(found, stages);
  if (!card) throw notFound('deal');
  return card;
}

function toCards(rows: CardRow[], stages: StageRow[]): DealCard[] {
  const usual = new Map(stages.map((stage) => [stage.id, stage.probability]));
  return rows.map((row) => {
    const [year, make, model, trim, stockNumber = null] = row.vehicle ?? [];
    return {
      ...row,
      probability: row.probability ?? usual.get(row.stageId) ?? 0,
      vehicle: vehicleLabel({ year, make, model, trim }),
      stockNumber,
      nextTask: row.nextTask && toNextTask(...row.nextTask),
    };
  });
}

function toNextTask(taskId: string, title: string, dueAt: Text, allDay: boolean): NextTask {
  return { taskId, title, dueAt: dueAt && new Date(dueAt).toISOString(), allDay };
}
