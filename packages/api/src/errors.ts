import type { TRPC_ERROR_CODE_KEY } from '@trpc/server/rpc';

/**
 * A refusal that a person may read. `reason` is for programs, `fields` says which input to mend, `record` which record
 * stands in the way (one that the caller may see).
 */
export class AppError extends Error {
  override name = 'AppError';
  readonly code: TRPC_ERROR_CODE_KEY;
  readonly reason: string | null;
  readonly fields: Record<string, string> | null;
  readonly record: { type: string; id: string; name: string } | null;

  constructor(
    code: TRPC_ERROR_CODE_KEY,
    sentence: string,
    more: {
      reason?: string;
      fields?: Record<string, string>;
      record?: { type: string; id: string; name: string };
      cause?: unknown;
    } = {},
  ) {
    super(sentence, { cause: more.cause });
    this.code = code;
    this.reason = more.reason ?? null;
    this.fields = more.fields ?? null;
    this.record = more.record ?? null;
  }
}

/** A foreign record and a missing one look alike. */
export function notFound(what: string): AppError {
  return new AppError('NOT_FOUND', `That ${what} is not here, or you may not see it.`);
}

export function stale(what: string): AppError {
  return new AppError(
    'CONFLICT',
    `Somebody changed this ${what} in the meantime. Look at it again, then repeat your change.`,
    {
      reason: 'changed_meanwhile',
    },
  );
}

export function badRequest(sentence: string, reason?: string, fields?: Record<string, string>): AppError {
  return new AppError('BAD_REQUEST', sentence, { reason, fields });
}

export function forbidden(sentence: string): AppError {
  return new AppError('FORBIDDEN', sentence);
}

/** The SQLSTATE of a PostgreSQL error, wherever a library wrapped it; null for anything else. */
export function sqlState(error: unknown): string | null {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && 'severity_local' in at) return String(at.code);
  }
  return null;
}

const bySqlState: Record<string, () => AppError> = {
  '23505': () => new AppError('CONFLICT', 'That already exists.', { reason: 'exists' }),
  '23503': () =>
    new AppError('NOT_FOUND', 'Something this refers to is not here any more.', { reason: 'linked_record_missing' }),
  '23514': () => badRequest('One of the values is outside what is allowed.'),
  '22007': () => badRequest('One of the values is malformed.'),
  '22P02': () => badRequest('One of the values is malformed.'),
  '22001': () => badRequest('One of the values is too long.'),
  '22003': () => badRequest('One of the numbers is too large.'),
  '22021': () => badRequest('The text holds a character that cannot be stored.'),
  '22P05': () => badRequest('The text holds a character that cannot be stored.'),
  '22008': () => badRequest('One of the dates is outside what is allowed.'),
  '40001': () => stale('record'),
  '40P01': () => stale('record'),
  '57014': () => new AppError('TIMEOUT', 'That took too long. Narrow it down and try again.'),
};

/** The refusal a database error stands for, or null when it is a fault of ours (42501 among them: an alarm). */
export function fromDatabase(error: unknown): AppError | null {
  const state = sqlState(error);
  return (state && bySqlState[state]?.()) || null;
}
