import { z } from 'zod';
import { lostReasonsProblem } from '../deal/lost-reasons.rules.ts';
import { line, version } from '../inputs.ts';
import { isCurrency, isPlace } from './region.rules.ts';

const timeZone = line(60).refine(isPlace, 'is not a time zone');
const currency = z.string().trim().toUpperCase().refine(isCurrency, 'is not a currency');
const sells = z.enum(['new', 'used', 'both']);

const lostReason = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'must be small letters, like no_response'),
  name: line(60),
  /** Wrong numbers, spam and the like: they count in no ratio. */
  bad: z.boolean(),
  hidden: z.boolean(),
});

const different = (values: string[]) => new Set(values.map((value) => value.toLowerCase())).size === values.length;

export const CreateWorkspace = z.object({
  name: line(100),
  timeZone,
  currency,
  sells,
  /** What the founder is called; as they signed up, if nothing is said. */
  ownerName: line(100).optional(),
});

export const UpdateWorkspace = z.object({
  version: version.optional(),
  name: line(100).optional(),
  timeZone: timeZone.optional(),
  currency: currency.optional(),
  floorOpen: z.boolean().optional(),
  unownedVisible: z.enum(['floor', 'everyone']).optional(),
  requireTwoFactor: z.boolean().optional(),
  sells: sells.optional(),
  sources: z.array(line(100)).max(100).refine(different, 'has the same source twice').optional(),
  lostReasons: z
    .array(lostReason)
    .max(50)
    .superRefine((reasons, ctx) => {
      const message = lostReasonsProblem(reasons);
      if (message) ctx.addIssue({ code: 'custom', message });
    })
    .optional(),
  noShowMinutes: z.int().min(15).max(240).optional(),
});
