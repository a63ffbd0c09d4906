import { z } from 'zod';
import { id, line } from '../inputs.ts';

const role = z.enum(['owner', 'manager', 'rep', 'read_only']);

/** An e-mail address as it is stored: lower case. */
export const email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));

export const InviteMember = z.object({ email, name: line(100), role });
export const SetRole = z.object({ memberId: id, role });
export const RemoveMember = z.object({ memberId: id, handOverTo: id.optional() });
export const UpdateMe = z.object({
  name: line(100).optional(),
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
});
