import { z } from 'zod';
import { day, id } from '../inputs.ts';
import { periods } from './report-range.rules.ts';

const reportDay = day.refine((value) => value >= '2000-01-01' && value <= '2100-12-31', 'is too far away');
/** A member, or the deals that are nobody's. */
const whose = z.union([id, z.literal('nobody')]).optional();
/** A source as it is written on deals; empty for those that say none. */
const from = z.string().max(100).refine(isPlain, 'holds a character that cannot be stored').optional();

/** Which days, whose deals, from where. A period's name wins over days; neither means this month to date. */
export const ReportFilter = z
  .object({
    period: z.enum(periods).optional(),
    from: reportDay.optional(),
    to: reportDay.optional(),
    memberId: whose,
    source: from,
  })
  .prefault({})
  .refine(
    (given) => given.period || (given.from === undefined) === (given.to === undefined),
    'Give both days of a range',
  )
  .refine((given) => !given.from || !given.to || given.from <= given.to, 'The range ends before it begins');
export type ReportFilter = z.infer<typeof ReportFilter>;

/** What the deals of a report are counted as; `deal.list` takes one to show exactly those. */
export const cellKinds = [
  'opened',
  'stage',
  'sold',
  'delivered',
  'appointments',
  'visits',
  'response',
  'activity',
  'lost',
  'open',
] as const;
export type CellKind = (typeof cellKinds)[number];

/** One number of a report, by the deals behind it. */
export const ReportCell = z.object({
  kind: z.enum(cellKinds),
  key: z.string().max(120).refine(isPlain, 'holds a character that cannot be stored').default('all'),
  from: reportDay,
  to: reportDay,
  memberId: whose,
  source: from,
});
export type ReportCell = z.infer<typeof ReportCell>;

function isPlain(value: string): boolean {
  return value.isWellFormed() && !value.includes('\u0000');
}
