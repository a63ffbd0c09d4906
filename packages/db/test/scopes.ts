import type { Scope } from '../src/index.ts';

/** A member who sees what is theirs. */
export const own = (workspaceId: string, memberId: string): Scope => ({ workspaceId, memberId, sees: 'own' });

/** Somebody who sees the floor. */
export const floor = (workspaceId: string, memberId: string | null = null): Scope => ({
  workspaceId,
  memberId,
  sees: 'floor',
});

/** The SQLSTATE a promise is rejected with, wrapped by the query builder or not; 'no error' when it resolves. */
export async function sqlState(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'no error';
  } catch (error) {
    const cause = error instanceof Error && error.cause ? error.cause : error;
    if (typeof cause === 'object' && cause !== null && 'code' in cause) return String(cause.code);
    throw error;
  }
}
