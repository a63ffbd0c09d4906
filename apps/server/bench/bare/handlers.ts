import type { Call } from '../calls.ts';
import { managerId, managerName } from '../dealerships.ts';
import type { Row, Transaction } from './transaction.ts';

type Handler = (tx: Transaction) => Promise<unknown>;

/** What each call answers, made of the rows its statements give: the same as ours, or the run stops. */
export const handlers: Record<Call['name'], Handler> = {
  'deal.board': async (tx) => {
    const [, , stages = [], open = [], closed = []] = await tx.send(tx.left() - 1);
    const openCards = toCards(open, stages);
    const closedCards = toCards(closed, stages);
    return { stages: stages.map((row) => toColumn(row, row[4] === 'open' ? openCards : closedCards)) };
  },

  'contact.search': async (tx) => {
    const [, , rows = []] = await tx.send(3);
    return { items: rows.map(toHit), nextCursor: null };
  },

  'deal.move': async (tx) => {
    const [, , [deal = []] = [], stages = []] = await tx.send(4);
    const from = stages.find((row) => row[1] === deal[6]) ?? [];
    const to = stages.find((row) => row[1] === tx.given.stageId) ?? [];
    const version = Number(deal[19]);
    Object.assign(tx.given, {
      contactId: deal[4],
      fromStageId: from[1],
      version: `${version}`,
      nextVersion: `${version + 1}`,
    });
    await tx.send(2);
    const [, [change = []] = [], cards = []] = await tx.send(3);
    await commit(tx, 'deal.move', 'deal', change);
    return {
      ...toCards(cards, stages)[0],
      fromStage: { stageId: from[1], name: from[3] },
      toStage: { stageId: to[1], name: to[3] },
      changeId: tx.given.new2,
    };
  },

  'activity.log': async (tx) => {
    const [, , [deal = []] = []] = await tx.send(3);
    tx.given.contactId = String(deal[4]);
    const [, , [change = []] = []] = await tx.send(3);
    await commit(tx, 'activity.log', 'activity', change);
    const { new1: activityId, new2: changeId, dealId, contactId, kind, outcome, minutes, note } = tx.given;
    const more = {
      occurredAt: new Date(),
      via: 'api',
      memberId: managerId,
      memberName: managerName,
      beBack: false,
      version: 1,
    };
    return { activityId, dealId, contactId, kind, outcome, minutes, note, ...more, changeId };
  },
};

/** The last statements of a write: the announcement and the commit. */
async function commit(tx: Transaction, procedure: string, type: string, [seq, visibleTo]: Row): Promise<void> {
  const { workspaceId, memberId, dealId, contactId } = tx.given;
  const id = type === 'deal' ? dealId : tx.given.new1;
  const viewers = String(visibleTo).slice(1, -1).split(',').filter(Boolean);
  const more = {
    procedure,
    door: 'api',
    memberId,
    dealId,
    contactId,
    visibleTo: viewers,
    formerly: [],
    subject: { type, id },
  };
  tx.given.announcement = JSON.stringify({ workspaceId, seq: Number(seq), ...more });
  await tx.send(2);
}

function toCards(rows: Row[], stages: Row[]) {
  const usual = new Map(stages.map((row) => [row[1], row[6]]));
  return rows.map((row) => {
    const [dealId, number, title, stageId, ownerId, contactId, contactName, valueCents, currency, own, version] = row;
    const [source, stageSince, createdAt, closedAt] = row.slice(11, 15);
    const [year, make, model, trim, stockNumber = null] = (row[15] ?? []) as (string | null)[];
    const task = row[16] as [string, string, string | null, boolean] | null;
    return {
      ...{ dealId, number, title, stageId, ownerId, contactId, contactName, valueCents: Number(valueCents), currency },
      ...{ probability: own ?? usual.get(stageId) ?? 0, version, source, stageSince, createdAt, closedAt },
      vehicle: [year, make, model, trim].filter(Boolean).join(' ') || null,
      nextTask: task && { taskId: task[0], title: task[1], dueAt: task[2] && new Date(task[2]), allDay: task[3] },
      stockNumber,
    };
  });
}

function toColumn([, stageId, , name, kind, position, probability]: Row, cards: ReturnType<typeof toCards>) {
  const deals = cards.filter((card) => card.stageId === stageId);
  const totalCents = deals.reduce((sum, card) => sum + card.valueCents, 0);
  return { stageId, name, kind, position, probability, count: deals.length, totalCents, normDays: null, deals };
}

function toHit([contactId, name, phone, email, deal, score]: Row) {
  const latest = deal as { dealId: string; number: number } | null;
  return { contactId, name, phone, email, score, dealId: latest?.dealId ?? null, dealNumber: latest?.number ?? null };
}
