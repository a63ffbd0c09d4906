import type { DealPlan } from './plan-deal.rules.ts';

interface Stage {
  id: string;
  pipelineId: string;
  kind: 'open' | 'won' | 'lost';
}

/** When a row happened, and what its deal falls back on. */
export interface DealSetting {
  stages: readonly Stage[];
  currency: string;
  /** The moment of the import. */
  now: string;
  /** When the row says it was created; null when it does not, or in the future. */
  createdAt: string | null;
  customer: string;
}

/** Takes a planned deal; gives its columns. A closed one is dated by its row: it did not happen on the day of the import. */
export function dealValues(plan: DealPlan, { stages, currency, now, createdAt, customer }: DealSetting) {
  const stage = stages.find(({ id }) => id === plan.stageId) ?? stages.find(({ kind }) => kind === 'open') ?? stages[0];
  if (!stage) throw new Error('the workspace has no stages');
  const closedAt = stage.kind === 'open' ? null : (createdAt ?? now);
  return {
    title: plan.title ?? customer,
    pipelineId: stage.pipelineId,
    stageId: stage.id,
    valueCents: plan.valueCents ?? 0,
    currency: plan.currency ?? currency,
    lostReason: stage.kind === 'lost' ? 'other' : null,
    closedAt,
    stageSince: closedAt ?? now,
    createdAt: createdAt ?? now,
  };
}

/** Takes a planned vehicle; gives its columns. Free text is a model when it begins with a year, else a note. */
export function vehicleValues({ text, year, make, model, stockNumber, vin }: NonNullable<DealPlan['vehicle']>) {
  const known = { year, make, model, stockNumber, vin, note: null as string | null };
  if (!text) return known;
  const dated = /^((?:19|20)\d\d)\s+(\S.*)$/.exec(text);
  if (!make && !model && dated) return { ...known, year: year ?? Number(dated[1]), model: dated[2] ?? null };
  return { ...known, note: text };
}
