import { z } from 'zod';
import { id, line } from '../inputs.ts';
import { noticeChannels, noticeEvents } from '../notice/notice.rules.ts';

const role = z.enum(['owner', 'manager', 'rep', 'read_only']);

/** An e-mail address as it is stored: lower case. */
const email = z.string().trim().toLowerCase().max(254).pipe(z.email('is not an e-mail address'));

const pace = z.enum(['at_once', 'daily', 'off']);

export const InviteMember = z.object({ email, name: line(100), role });
export const SetRole = z.object({ memberId: id, role });
export const RemoveMember = z.object({ memberId: id, handOverTo: id.optional() });
export const OneMember = z.object({ memberId: id });
export const UpdateMe = z.object({
  name: line(100).optional(),
  colorScheme: z.enum(['auto', 'light', 'dark']).optional(),
  /** Event → channel → how soon. */
  notifications: z.partialRecord(z.enum(noticeEvents), z.partialRecord(z.enum(noticeChannels), pace)).optional(),
});
