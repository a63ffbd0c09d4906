import { describe } from '@beback/quicklog';
import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { id, line, text, when } from '../inputs.ts';
import { memberProcedure } from '../trpc.ts';
import { understand } from './about-deal.ts';
import { type QuicklogAnswer, refused } from './plan.ts';
import { whenTyped } from './said-at.rules.ts';
import { answer, parsingContext, submit } from './submit.ts';
import { findTargets, targetLabel } from './targets.ts';

export const quicklog = {
  /** What a text would be understood as; writes nothing. `dealId` as in `submit`. */
  preview: memberProcedure.input(z.object({ text: text(10_000), dealId: id.optional() })).query(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const parsing = await parsingContext(tx, ctx);
      const command = await understand(tx, input.text, parsing, input.dealId);
      const who = 'who' in command ? command.who : null;
      const found = who && command.kind !== 'create' ? await findTargets(tx, who, new Date(parsing.now)) : null;
      const understood = command.kind === 'unclear' ? null : describe(command, parsing);
      const [first] = found?.targets ?? [];
      return {
        kind: command.kind,
        understood,
        who: who?.text ?? null,
        matches: found?.targets.length ?? null,
        customer: found?.targets.length === 1 && found.sure && first ? targetLabel(first) : null,
      };
    }),
  ),

  /**
   * What a rep typed or texted; `messageId` makes sending the same message twice harmless. What waited for a connection
   * says with `typedAt` what "tomorrow" was a day after, and with `memberId` who said it: nobody else says it for them. With
   * `dealId`, a text that names nobody is about that deal.
   */
  submit: memberProcedure
    .input(
      z.object({
        text: text(10_000),
        messageId: line(200).optional(),
        typedAt: when.optional(),
        memberId: id.optional(),
        dealId: id.optional(),
      }),
    )
    .mutation(({ ctx, input }) => {
      if (input.memberId && input.memberId !== ctx.actor.memberId)
        throw new AppError('FORBIDDEN', 'Somebody else typed that: it is theirs to send.', { reason: 'other_member' });
      const typedAt = input.typedAt && whenTyped(input.typedAt, ctx.services.clock.now());
      const delivery = input.messageId
        ? { provider: 'quicklog', externalId: `${ctx.actor.memberId}:${input.messageId}` }
        : undefined;
      return inWords(
        ctx.tenant((tx) => submit(tx, ctx, { text: input.text, typedAt, dealId: input.dealId }), {
          delivery,
          onRepeat: saidBefore,
        }),
      );
    }),

  /** The answer to a numbered question. */
  answer: memberProcedure
    .input(z.object({ questionId: id, choice: z.int().min(1).max(99) }))
    .mutation(({ ctx, input }) =>
      inWords(ctx.tenant((tx) => answer(tx, ctx, input.choice, input.questionId), { onRepeat: saidBefore })),
    ),
} satisfies TRPCRouterRecord;

/** The same message again: nothing is done, and it is said so. A question is simply asked again. */
function saidBefore(first: QuicklogAnswer): QuicklogAnswer {
  return first.status === 'logged' ? { ...first, reply: `Logged once already. ${first.reply}` } : first;
}

/** On a phone a refusal is an answer, not an error; anything unexpected stays an error. */
async function inWords(work: Promise<QuicklogAnswer>): Promise<QuicklogAnswer> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof AppError && error.code !== 'SERVICE_UNAVAILABLE') return refused(error.message);
    throw error;
  }
}
