import { wireError } from '@beback/api/user-message';

/** What keeps somebody out of the app as a whole: nobody is signed in, no dealership, or no second factor yet. */
export type Barred = 'signed_out' | 'no_workspace' | 'two_factor_required';

/** Which of them an error is; null when it only concerns what was asked for. */
export function barredBy(error: unknown): Barred | null {
  const wire = wireError(error);
  if (wire?.code === 'UNAUTHORIZED') return 'signed_out';
  if (wire?.reason === 'no_workspace' || wire?.reason === 'two_factor_required') return wire.reason;
  return null;
}
