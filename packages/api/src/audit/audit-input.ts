import { z } from 'zod';
import { day, id, page, when } from '../inputs.ts';
import type { AuditWhat } from './audit.rules.ts';

const what = z.enum(['all', 'sign_ins', 'people', 'deals', 'exports', 'keys', 'settings'] satisfies (
  | AuditWhat
  | 'all'
)[]);

/** Which entries to show: `from` and `to` are instants, or days of the dealership's calendar, the last one included. */
export const ListAudit = z
  .object({
    ...page,
    memberId: id.optional(),
    door: z.enum(['web', 'slack', 'sms', 'api', 'job', 'assistant']).optional(),
    what: what.default('all'),
    address: z
      .string()
      .trim()
      .max(45, 'is no network address')
      .regex(/^[0-9a-f.:]*$/i, 'is no network address')
      .optional(),
    from: z.union([day, when]).optional(),
    to: z.union([day, when]).optional(),
  })
  .prefault({});
