import { DatabaseUnavailable, type Tx } from '@beback/db';
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import type { Actor, Context, Delivery } from './context.ts';
import { AppError, forbidden, fromDatabase, sqlState } from './errors.ts';
import { once } from './inbound/once.ts';
import { isClosedToKeys } from './key/key.rules.ts';
import { collisionsOfOne, retried } from './retried.ts';
import type { WireError } from './user-message.ts';

const unknownError = (requestId: string) =>
  `Something went wrong on our side. If it stays, tell us this reference: ${requestId}`;

const byCode: Partial<Record<string, string>> = {
  UNAUTHORIZED: 'Sign in first.',
  NOT_FOUND: 'There is nothing under that name.',
  METHOD_NOT_SUPPORTED: 'That cannot be called this way.',
  PARSE_ERROR: 'The request could not be read.',
  BAD_REQUEST: 'The request could not be understood.',
  PAYLOAD_TOO_LARGE: 'That is too large.',
  UNSUPPORTED_MEDIA_TYPE: 'The request could not be read.',
};

const t = initTRPC.context<Context>().create({
  sse: {
    ping: { enabled: true, intervalMs: 10_000 },
    client: { reconnectAfterInactivityMs: 25_000 },
  },
  errorFormatter: ({ shape, error, ctx }) => {
    const requestId = ctx?.requestId ?? 'none';
    const data: WireError = {
      code: error.code,
      httpStatus: shape.data.httpStatus,
      reason: null,
      fields: null,
      requestId,
    };
    const cause = error.cause;
    if (cause instanceof AppError) {
      const { reason, fields, record } = cause;
      return { ...shape, message: cause.message, data: { ...data, reason, fields, ...(record ? { record } : {}) } };
    }
    if (cause instanceof ZodError) {
      return {
        ...shape,
        message: inputSentence(cause),
        data: { ...data, reason: 'invalid_input', fields: inputFields(cause) },
      };
    }
    return { ...shape, message: byCode[error.code] ?? unknownError(requestId), data };
  },
});

export const router = t.router;

/** The outermost middleware: whatever was thrown becomes an AppError or, after it was logged, one fixed sentence. */
const worded = t.procedure.use(async ({ ctx, next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const { error } = result;
  const cause = error.cause;
  if (cause instanceof AppError) {
    if (cause.code === 'FORBIDDEN') logRefusal(ctx, path);
    throw new TRPCError({ code: cause.code, cause });
  }
  // What tRPC itself refuses, an unreadable body for one, has its code already; only what a procedure throws has none.
  if (cause instanceof ZodError || !(cause instanceof Error) || error.code !== 'INTERNAL_SERVER_ERROR') throw error;
  if (cause instanceof DatabaseUnavailable) {
    ctx.services.log.warn({ requestId: ctx.requestId, procedure: path, code: 'database_unavailable' }, 'call refused');
    const sentence = new AppError(
      'SERVICE_UNAVAILABLE',
      'The database does not answer at the moment. Nothing was lost; try again shortly.',
    );
    throw new TRPCError({ code: 'SERVICE_UNAVAILABLE', cause: sentence });
  }
  const known = fromDatabase(cause);
  if (known) throw new TRPCError({ code: known.code, cause: known });
  ctx.services.log.error(
    { requestId: ctx.requestId, procedure: path, code: errorCode(cause), at: frames(cause) },
    'call failed',
  );
  throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR' });
});

/** Whoever tries what they may not do leaves a trace. */
function logRefusal({ services, requestId, actor }: Context, procedure: string): void {
  const { workspaceId, memberId, keyId } = actor ?? {};
  services.log.info({ requestId, procedure, workspaceId, memberId, keyId, code: 'FORBIDDEN' }, 'call refused');
}

/** What is about people and their rules is theirs: a program with a key does none of it. */
const guarded = worded.use(({ ctx, next, path, type }) => {
  if (ctx.actor?.keyId && isClosedToKeys(path, type))
    throw new AppError('FORBIDDEN', 'A key cannot do this: sign in for it.', { reason: 'not_with_a_key' });
  return next();
});

/** For anybody, signed in or not. */
export const publicProcedure = guarded;

/** For anybody who is signed in, also before they belong to a dealership. Adds `ctx.known`. */
export const personProcedure = guarded.use(async ({ ctx, next }) => {
  const known = await ctx.person?.();
  if (!known) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { known } });
});

/** What a repeated delivery is known by, where the door did not say, and how its answer differs from the first. */
interface Repeats<T> {
  delivery?: Delivery;
  onRepeat?: (first: T) => T;
}

/** For any active member, about themselves, so also for one who may only look on. Adds `ctx.tenant`. */
export const profileProcedure = guarded.use(async ({ ctx, next, type, path }) => {
  const { actor, services } = ctx;
  if (!actor) throw await nobody(ctx);
  mustHaveTwoFactor(actor);
  if (type === 'mutation' && actor.keyScope === 'read') throw forbidden('This key may read, but not write.');
  const scope = {
    workspaceId: actor.workspaceId,
    memberId: actor.memberId,
    sees: actor.sees,
    readOnly: type !== 'mutation',
  };
  /**
   * One short transaction inside the caller's tenant; a repeated delivery answers what the first one did. One that collides
   * with somebody else's begins once more, so `fn` does nothing that a rollback leaves behind.
   */
  const tenant = <T>(fn: (tx: Tx) => Promise<T>, repeats: Repeats<T> = {}): Promise<T> => {
    const delivery = ctx.delivery ?? repeats.delivery;
    const work = (tx: Tx) =>
      delivery && !scope.readOnly ? once(tx, delivery, services.clock.now(), fn, repeats.onRepeat) : fn(tx);
    return retried(() => services.db.tenant(scope, work), 2, collisionsOfOne);
  };
  return next({ ctx: { actor, tenant, procedure: path } });
});

/** For any active member. Queries get a READ ONLY transaction, and who may only look on gets nothing else. */
export const memberProcedure = profileProcedure.use(({ ctx, next, type }) => {
  if (type === 'mutation' && ctx.actor.role === 'read_only')
    throw forbidden('You can look at everything here, but not change it.');
  return next();
});

/** Refuses a session without a second factor where the dealership asks for one. Throws FORBIDDEN. */
export function mustHaveTwoFactor(actor: Actor): void {
  if (actor.requireTwoFactor && actor.twoFactor === false)
    throw new AppError('FORBIDDEN', 'This dealership asks for a second factor. Set one up in your profile.', {
      reason: 'two_factor_required',
    });
}

/** Why there is no member: nobody is signed in, or somebody who belongs to no dealership. */
async function nobody(ctx: Context): Promise<Error> {
  if (!(await ctx.person?.())) return new TRPCError({ code: 'UNAUTHORIZED' });
  return new AppError('FORBIDDEN', 'You belong to no dealership yet.', { reason: 'no_workspace' });
}

export type MemberContext = Context & {
  actor: Actor;
  procedure: string;
};

/** For those who run the floor. */
export const managerProcedure = memberProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== 'manager' && ctx.actor.role !== 'owner')
    throw forbidden('Ask a manager: this is theirs to change.');
  return next();
});

/** For the owner of the dealership. */
export const ownerProcedure = memberProcedure.use(({ ctx, next }) => {
  if (ctx.actor.role !== 'owner') throw forbidden('Only the owner can change this.');
  return next();
});

function inputSentence(error: ZodError): string {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.');
  if (field && issue) return `Check "${field}": ${problemOf(issue)}.`;
  // What a schema refuses as a whole, it words itself.
  return issue?.code === 'custom' ? `${issue.message}.` : 'Something in the request is missing or malformed.';
}

function inputFields(error: ZodError): Record<string, string> {
  return Object.fromEntries(error.issues.map((issue) => [issue.path.map(String).join('.'), problemOf(issue)]));
}

/** What is wrong, without repeating keys that somebody made up. */
function problemOf(issue: ZodError['issues'][number]): string {
  return issue.code === 'unrecognized_keys' || issue.code === 'invalid_key' ? 'names something unknown' : issue.message;
}

function errorCode(error: Error): string {
  return sqlState(error) ?? ('code' in error ? String(error.code) : error.name);
}

/** Where it happened, without the message: messages of libraries can hold what people typed. */
function frames(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? [];
  return lines.filter((line) => line.trimStart().startsWith('at ')).slice(0, 6);
}
