import type { Me } from '../../api.ts';

/** A role as it stands in a sentence: "invited you as rep". */
export const roleWords: Record<Me['role'], string> = {
  owner: 'owner',
  manager: 'manager',
  rep: 'rep',
  read_only: 'somebody who looks, but changes nothing',
};
