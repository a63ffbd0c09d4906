import type { Tx } from '@beback/db';
import type { RowImage } from '@beback/db/schema';
import type { Role } from '../context.ts';
import { forbidden } from '../errors.ts';
import { mayHandle } from '../member/member.rules.ts';
import { getMember } from '../member/members.ts';
import type { Recorder } from './record.ts';
import { shareTable } from './share-image.ts';

/** What takes more than having done it: whoever has lost the right to do it cannot take it back either. Throws FORBIDDEN. */
export async function mustStillBeAllowed(tx: Tx, by: Recorder, before: RowImage[]): Promise<void> {
  const { role } = by.actor;
  for (const image of before) {
    if (image.table === 'workspaces' && role !== 'owner') throw forbidden('Only the owner can change this.');
    if ((image.table === 'stages' || image.table === shareTable) && role === 'rep')
      throw forbidden('Ask a manager: this is theirs to change.');
    if (image.table === 'members') await mustHandleStill(tx, by, image);
  }
}

async function mustHandleStill(tx: Tx, { actor }: Recorder, image: RowImage): Promise<void> {
  const { role, active } = image.row ?? { role: undefined, active: undefined };
  if (image.row && role === undefined && active === undefined && image.id === actor.memberId) return;
  const current = await getMember(tx, image.id);
  const roles: Role[] = [current.role, ...(isRole(role) ? [role] : [])];
  if (!roles.every((one) => mayHandle(actor.role, one)))
    throw forbidden('This is not yours to change any more. Ask the owner.');
}

function isRole(value: unknown): value is Role {
  return value === 'owner' || value === 'manager' || value === 'rep' || value === 'read_only';
}
