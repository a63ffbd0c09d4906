import type { Tx } from '@beback/db';
import { deals, stageTransitions, vehicles } from '@beback/db/schema';
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { nextDealNumber } from '../deal/deals.ts';
import { newId } from '../id.ts';
import { dealValues, vehicleValues } from './deal-rows.rules.ts';
import type { ImportRun } from './import-run.ts';
import { createdAtOf, ownerOf, type WritableRow } from './write-contacts.ts';

type PlannedDeal = WritableRow & { deal: NonNullable<WritableRow['row']['plan']['deal']> };

/**
 * Opens a batch's deals, with their vehicles and first transitions, a statement for each table. A deal that its customer
 * has already, by title and value, is not opened again. Gives the lines that opened one.
 */
export async function writeDeals(
  tx: Tx,
  run: ImportRun,
  rows: readonly WritableRow[],
  names: ReadonlyMap<string, string>,
): Promise<Set<number>> {
  const taken = await titlesOf(
    tx,
    rows.flatMap((row) => (row.kind === 'known' && row.row.plan.deal ? row.contactId : [])),
  );
  const wanted = rows.flatMap((row) => {
    const { deal } = row.row.plan;
    return deal ? [{ line: row.row.line, deal, ...toDeal(tx, run, { ...row, deal }, names) }] : [];
  });
  const opened = wanted.filter(({ values }) => {
    const key = dealKey(values);
    if (taken.has(key)) return false;
    taken.add(key);
    return true;
  });
  if (opened.length === 0) return new Set();
  const first = await nextDealNumber(tx, opened.length);
  await insertDeals(
    tx,
    run,
    opened.map((one, at) => ({ ...one, values: { ...one.values, number: first + at } })),
  );
  return new Set(opened.map(({ line }) => line));
}

function toDeal(tx: Tx, run: ImportRun, { contactId, row, deal }: PlannedDeal, names: ReadonlyMap<string, string>) {
  const { contact } = row.plan;
  const setting = {
    stages: run.stages,
    currency: run.actor.currency,
    now: run.now,
    createdAt: createdAtOf(run, contact),
    customer: names.get(contactId) ?? contact.name,
  };
  const { workspaceId } = tx.scope;
  const { importId } = run;
  const own = { workspaceId, id: newId(), contactId, importId, ownerId: ownerOf(run, contact), source: contact.source };
  return { values: { ...own, ...dealValues(deal, setting) } };
}

interface OpenedDeal {
  deal: PlannedDeal['deal'];
  values: ReturnType<typeof toDeal>['values'] & { number: number };
}

async function insertDeals(tx: Tx, { actor, door, now }: ImportRun, opened: readonly OpenedDeal[]): Promise<void> {
  const hanging = (dealId: string) => ({ workspaceId: tx.scope.workspaceId, id: newId(), dealId });
  const moves = opened.map(({ values: { id, stageId, stageSince } }) => ({
    ...hanging(id),
    toStageId: stageId,
    memberId: actor.memberId,
    door,
    occurredAt: stageSince,
  }));
  const wishes = opened.flatMap(({ deal: { vehicle }, values: { id } }) =>
    vehicle ? [{ ...hanging(id), ...vehicleValues(vehicle), createdAt: now }] : [],
  );
  await Promise.all([
    tx.insert(deals).values(opened.map(({ values }) => values)),
    tx.insert(stageTransitions).values(moves),
    wishes.length > 0 ? tx.insert(vehicles).values(wishes) : null,
  ]);
}

const dealKey = (deal: { contactId: string; title: string; valueCents: number }) =>
  JSON.stringify([deal.contactId, deal.title, deal.valueCents]);

async function titlesOf(tx: Tx, contactIds: string[]): Promise<Set<string>> {
  if (contactIds.length === 0) return new Set();
  const rows = await tx
    .select({ contactId: deals.contactId, title: deals.title, valueCents: deals.valueCents })
    .from(deals)
    .where(
      and(
        eq(deals.workspaceId, tx.scope.workspaceId),
        inArray(deals.contactId, [...new Set(contactIds)]),
        isNull(deals.archivedAt),
      ),
    );
  return new Set(rows.map(dealKey));
}
