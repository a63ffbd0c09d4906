import { stages } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { badRequest, notFound } from '../errors.ts';
import { newId } from '../id.ts';
import { id, line, version } from '../inputs.ts';
import { managerProcedure, memberProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { arrange } from './arrange.ts';
import { countDeals, emptyStage } from './empty-stage.ts';
import { isLastOfKind, isWholeOrder, placeFor } from './stage.rules.ts';
import { getDefaultPipeline, listStages, pickStage, toStage } from './stages.ts';

const percent = z.int().min(0).max(100);
const mostStages = 50;

export const stage = {
  list: memberProcedure.query(({ ctx }) =>
    ctx.tenant(async (tx) => ({ items: (await listStages(tx)).map(toStage), nextCursor: null })),
  ),

  create: managerProcedure
    .input(
      z.object({
        name: line(60),
        kind: z.enum(['open', 'won', 'lost']),
        probability: percent,
        position: z.int().min(0).max(mostStages).optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const [all, pipeline] = await Promise.all([listStages(tx), getDefaultPipeline(tx)]);
        if (all.length >= mostStages)
          throw badRequest(`A pipeline has at most ${mostStages} stages.`, 'too_many_stages');
        const position = Math.min(input.position ?? placeFor(input.kind, all), all.length);
        const createdAt = ctx.services.clock.now().toISOString();
        const values = {
          ...input,
          position,
          workspaceId: tx.scope.workspaceId,
          id: newId(),
          pipelineId: pipeline.id,
          createdAt,
        };
        const [made] = await tx.insert(stages).values(values).returning();
        if (!made) throw new Error('the stage was not written');
        const moved = await arrange(tx, all.toSpliced(position, 0, made));
        const draft = {
          subject: { type: 'stage', id: made.id },
          summary: `added the stage ${made.name}`,
          images: [inserted('stages', made), ...moved],
        };
        const { changeId } = await record(tx, ctx, draft);
        return { ...toStage(made), changeId };
      }),
    ),

  update: managerProcedure
    .input(
      z.object({
        stageId: id,
        version: version.optional(),
        name: line(60).optional(),
        probability: percent.optional(),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const { stageId, version: seen, ...set } = input;
        const before = pickStage(await listStages(tx), stageId);
        const { after, image } = await rewrite(tx, 'stages', before, set, seen);
        const summary = image
          ? `changed the ${changedColumns(image, { name: 'name', probability: 'probability' })} of the stage ${after.name}`
          : '';
        const changeId =
          image &&
          (await record(tx, ctx, { subject: { type: 'stage', id: stageId }, summary, images: [image] })).changeId;
        return { ...toStage(after), changeId };
      }),
    ),

  /** Puts the stages into another order; takes every stage once. */
  reorder: managerProcedure
    .input(z.object({ stageIds: z.array(id).min(1).max(mostStages) }))
    .mutation(({ ctx, input }) =>
      ctx.tenant(async (tx) => {
        const all = await listStages(tx);
        const ordered = input.stageIds.map((stageId) => pickStage(all, stageId));
        if (!isWholeOrder(input.stageIds, all))
          throw badRequest('Name every stage once. Somebody may have changed them; look again.', 'stages_incomplete', {
            stageIds: 'are not all stages',
          });
        const images = await arrange(tx, ordered);
        const [first] = ordered;
        if (!first) throw notFound('stage');
        const draft = { subject: { type: 'stage', id: first.id }, summary: 'changed the order of the stages', images };
        const changeId = images.length > 0 ? (await record(tx, ctx, draft)).changeId : null;
        return { items: (await listStages(tx)).map(toStage), nextCursor: null, changeId };
      }),
    ),

  /** Puts a stage away; its deals go to another stage of the same kind. */
  archive: managerProcedure.input(z.object({ stageId: id, moveDealsTo: id.optional() })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const [all, count] = await Promise.all([listStages(tx), countDeals(tx, input.stageId)]);
      const before = pickStage(all, input.stageId);
      const to = input.moveDealsTo ? pickStage(all, input.moveDealsTo) : null;
      if (isLastOfKind(before, all))
        throw badRequest(
          `${before.name} is the only stage for deals that are ${before.kind}; there has to be one.`,
          'last_of_kind',
        );
      if (to?.id === before.id || (count > 0 && !to)) {
        throw badRequest(
          `There are ${count} deals in ${before.name}. Say to which stage they go.`,
          'move_deals_required',
          { moveDealsTo: 'is missing' },
        );
      }
      if (to && to.kind !== before.kind)
        throw badRequest('The deals can only go to a stage of the same kind.', 'other_kind', {
          moveDealsTo: `is not ${before.kind}`,
        });
      const { after, image } = await rewrite(tx, 'stages', before, {
        archivedAt: ctx.services.clock.now().toISOString(),
      });
      const moved = to ? await emptyStage(tx, ctx, after, to) : [];
      const summary =
        to && moved.length > 0
          ? `removed the stage ${after.name}; ${moved.length} deals went to ${to.name}`
          : `removed the stage ${after.name}`;
      const draft = {
        subject: { type: 'stage', id: after.id },
        summary,
        images: [...moved, ...(image ? [image] : [])],
      };
      const { changeId } = await record(tx, ctx, draft);
      return { stageId: after.id, movedDeals: moved.length, changeId };
    }),
  ),
} satisfies TRPCRouterRecord;
