import { wireError } from '@beback/api/user-message';

/** Whether an error means that the server was not reached, or could not answer: what was asked may be asked again. */
export function isUnreachable(error: unknown): boolean {
  const wire = wireError(error);
  if (wire) return wire.httpStatus >= 500 || wire.httpStatus === 429;
  return error instanceof TypeError || (error instanceof Error && error.name === 'TRPCClientError');
}
