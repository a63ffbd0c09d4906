import type { Board, DealCard } from '../../api.ts';

export const sampleTime = '2025-03-06T20:00:00.000Z';

/** A board for tests: each stage with its cards' ids and values. */
export function sampleBoard(stages: Record<string, Record<string, number>>): Board {
  return {
    stages: Object.entries(stages).map(([stageId, cards], position) => {
      const deals = Object.entries(cards).map(([dealId, valueCents]) => sampleCard(dealId, stageId, valueCents));
      return {
        stageId,
        name: stageId,
        kind: 'open' as const,
        position,
        probability: 10,
        normDays: null,
        count: deals.length,
        totalCents: deals.reduce((sum, deal) => sum + deal.valueCents, 0),
        deals,
      };
    }),
  };
}

/** One card of such a board. */
export function sampleCard(dealId: string, stageId: string, valueCents: number): DealCard {
  return {
    dealId,
    number: 1,
    title: '',
    stageId,
    ownerId: null,
    contactId: 'x',
    contactName: 'Maria Lopez',
    valueCents,
    currency: 'USD',
    probability: 10,
    version: 1,
    vehicle: null,
    stockNumber: null,
    source: null,
    stageSince: sampleTime,
    nextTask: null,
    createdAt: sampleTime,
    closedAt: null,
  };
}
