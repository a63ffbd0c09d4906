import { z } from 'zod';
import { id, line } from '../inputs.ts';

const role = z.enum(['owner', 'manager', 'rep', 'read_only']);

/** An e-mail address as it is stored: lower case. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));

const name = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/, 'is not the name of one');
const pace = z.enum(['at_once', 'daily', 'off']);
const atMost = (most: number) => (record: object) => Object.keys(record).length <= most;

export const InviteMember = z.object({ email, name: line(100), role });
export const SetRole = z.object({ memberId: id, role });
export const RemoveMember = z.object({ memberId: id, handOverTo: id.optional() });
export const OneMember = z.object({ memberId: id });
export const UpdateMe = z.object({
  name: line(100).optional(),
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
  /** Event → channel → how soon. */
  notifications: z
    .record(name, z.record(name, pace).refine(atMost(10), 'has too many channels'))
    .refine(atMost(50), 'has too many events')
    .optional(),
});
