import type { Tx } from '@beback/db';
import { questions } from '@beback/db/schema';
import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { AppError } from '../errors.ts';
import { newId } from '../id.ts';
import type { MemberContext } from '../trpc.ts';
import type { Plan, QuicklogAnswer } from './plan.ts';

const minutesOpen = 15;

/** Asks a numbered question and keeps what each answer would do; nothing else is written. */
export async function ask(
  tx: Tx,
  ctx: MemberContext,
  prompt: string,
  choices: { label: string; plan: Plan }[],
): Promise<QuicklogAnswer> {
  const now = ctx.services.clock.now();
  const questionId = newId();
  const options = choices.map(({ label, plan }, at) => ({ choice: at + 1, label, plan }));
  await tx.insert(questions).values({
    workspaceId: tx.scope.workspaceId,
    id: questionId,
    memberId: ctx.actor.memberId,
    door: ctx.door,
    prompt,
    options,
    createdAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + minutesOpen * 60_000).toISOString(),
  });
  const shown = options.map(({ choice, label }) => ({ choice, label }));
  const reply = [prompt, ...shown.map(({ choice, label }) => `${choice}. ${label}`)].join('\n');
  return { status: 'ask', reply, questionId, options: shown, changeIds: [] };
}

/**
 * Takes an answer: the question's sender only, once, before it expires. Without a `questionId`, the sender's latest open
 * question through the same door is meant. Gives what the chosen option does; throws with a sentence otherwise.
 */
export async function takeAnswer(tx: Tx, ctx: MemberContext, choice: number, questionId?: string): Promise<Plan> {
  const now = ctx.services.clock.now().toISOString();
  const mine = and(
    eq(questions.workspaceId, tx.scope.workspaceId),
    eq(questions.memberId, ctx.actor.memberId),
    isNull(questions.answeredAt),
    gt(questions.expiresAt, now),
    questionId ? eq(questions.id, questionId) : eq(questions.door, ctx.door),
  );
  const [question] = await tx
    .select()
    .from(questions)
    .where(mine)
    .orderBy(desc(questions.createdAt), desc(questions.id))
    .limit(1);
  if (!question)
    throw new AppError('NOT_FOUND', 'That question is not open any more. Say it again in one message.', {
      reason: 'no_open_question',
    });
  const option = question.options.find((candidate) => candidate.choice === choice);
  if (!option)
    throw new AppError('BAD_REQUEST', `Answer with a number from 1 to ${question.options.length}.`, {
      reason: 'no_such_choice',
    });
  const closed = await tx
    .update(questions)
    .set({ answeredAt: now })
    .where(
      and(eq(questions.workspaceId, tx.scope.workspaceId), eq(questions.id, question.id), isNull(questions.answeredAt)),
    )
    .returning({ id: questions.id });
  if (closed.length === 0)
    throw new AppError('CONFLICT', 'That question was just answered.', { reason: 'already_answered' });
  return option.plan as Plan;
}
