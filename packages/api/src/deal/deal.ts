import { deals } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { and, desc, eq, isNotNull, isNull, lt, or } from 'drizzle-orm';
import { z } from 'zod';
import { record } from '../change/record.ts';
import { ofCompany } from '../company/company-deals.ts';
import { id, line, page } from '../inputs.ts';
import { fromCursor, toPage } from '../page.ts';
import { behindCell } from '../report/cells.ts';
import { ReportCell } from '../report/report-input.ts';
import { beforeReport } from '../report/scope.ts';
import { stageNorms } from '../stage/norms.ts';
import { dayBounds, dayIn } from '../time/day.rules.ts';
import { memberProcedure } from '../trpc.ts';
import { readBoard } from './board.ts';
import { BoardFilter, matchesText } from './board-filter.ts';
import { bulkDeals } from './bulk-deals.ts';
import { readCard, readCards } from './cards.ts';
import { changeDeal } from './change-deal.ts';
import { BulkDeals, CreateDeal, MoveDeal, UpdateDeal } from './deal-input.ts';
import { moveDeal } from './deals.ts';
import { readLostReasons, readSources } from './offered.ts';
import { openDeal } from './open-deal.ts';
import { readDealPage } from './page.ts';
import { sharing } from './sharing.ts';

export const deal = {
  ...sharing,

  /** The open deals by stage, and the ones closed lately. */
  board: memberProcedure.input(BoardFilter).query(async ({ ctx, input }) => {
    const norms = await stageNorms(ctx.services, ctx.actor.workspaceId);
    const now = ctx.services.clock.now();
    const { timeZone } = ctx.actor;
    const dayStart = dayBounds(dayIn(now, timeZone), timeZone).from;
    return ctx.tenant((tx) => readBoard(tx, input, { now, dayStart, norms }));
  }),

  list: memberProcedure
    .input(
      z
        .object({
          ...page,
          stageId: id.optional(),
          kind: z.enum(['open', 'won', 'lost']).optional(),
          ownerId: id.optional(),
          contactId: id.optional(),
          /** The deals of everybody who belongs to it. */
          companyId: id.optional(),
          query: line(200).optional(),
          /** Exactly the deals behind a number of a report. */
          report: ReportCell.optional(),
        })
        .prefault({}),
    )
    .query(async ({ ctx, input }) => {
      const known = input.report && (await beforeReport(ctx.services, ctx.actor));
      return ctx.tenant(async (tx) => {
        const after = fromCursor(input.cursor, 2);
        const behind = input.report && known && (await behindCell(tx, known, input.report));
        const { cards } = await readCards(tx, {
          where: and(
            input.stageId ? eq(deals.stageId, input.stageId) : undefined,
            input.ownerId ? eq(deals.ownerId, input.ownerId) : undefined,
            input.contactId ? eq(deals.contactId, input.contactId) : undefined,
            input.companyId ? ofCompany(tx, input.companyId) : undefined,
            behind,
            input.query ? matchesText(input.query) : undefined,
            input.kind === 'open' ? isNull(deals.closedAt) : undefined,
            input.kind === 'won' ? and(isNotNull(deals.closedAt), isNull(deals.lostReason)) : undefined,
            input.kind === 'lost' ? isNotNull(deals.lostReason) : undefined,
            after
              ? or(
                  lt(deals.createdAt, String(after[0])),
                  and(eq(deals.createdAt, String(after[0])), lt(deals.id, String(after[1]))),
                )
              : undefined,
          ),
          orderBy: [desc(deals.createdAt), desc(deals.id)],
          limit: input.limit + 1,
        });
        return toPage(cards, input.limit, (card) => [card.createdAt, card.dealId]);
      });
    }),

  get: memberProcedure
    .input(z.object({ dealId: id }))
    .query(({ ctx, input }) => ctx.tenant((tx) => readDealPage(tx, input.dealId))),

  /** Where customers come from: what the dealership offers, and every other source used so far. */
  sources: memberProcedure.query(({ ctx }) =>
    ctx.tenant(async (tx) => ({ ...(await readSources(tx)), nextCursor: null })),
  ),

  /** Why a deal can be lost, in the dealership's order; hidden ones too, for naming what was chosen before. */
  lostReasons: memberProcedure.query(({ ctx }) =>
    ctx.tenant(async (tx) => ({ items: await readLostReasons(tx), nextCursor: null })),
  ),

  create: memberProcedure.input(CreateDeal).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { deal: opened, contact, images } = await openDeal(tx, ctx, input);
      const { changeId } = await record(tx, ctx, {
        subject: { type: 'deal', id: opened.id },
        dealId: opened.id,
        contactId: contact.id,
        summary: `opened deal #${opened.number} for ${contact.name}`,
        images,
      });
      return { ...(await readCard(tx, opened.id)), changeId };
    }),
  ),

  /** Title, value, owner, source, chance; a rep may hand their own deal to somebody else. */
  update: memberProcedure
    .input(UpdateDeal)
    .mutation(({ ctx, input }) => ctx.tenant((tx) => changeDeal(tx, ctx, input))),

  /** Moves, hands over or re-sources up to 200 deals as one change, taken back as one. */
  bulk: memberProcedure.input(BulkDeals).mutation(({ ctx, input }) => ctx.tenant((tx) => bulkDeals(tx, ctx, input))),

  /** Moves a deal to a stage: a drag on the board, `/deal lopez to write-up`, and a text all end here. */
  move: memberProcedure.input(MoveDeal).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { dealId, stageId, ...rest } = input;
      const moved = await moveDeal(tx, ctx, dealId, stageId, rest);
      const change = moved.summary
        ? record(tx, ctx, {
            subject: { type: 'deal', id: dealId },
            dealId,
            contactId: moved.deal.contactId,
            summary: moved.summary,
            images: moved.images,
          })
        : null;
      const [card, recorded] = await Promise.all([readCard(tx, dealId, Promise.resolve(moved.stages)), change]);
      const name = (stage: { id: string; name: string }) => ({ stageId: stage.id, name: stage.name });
      return { ...card, fromStage: name(moved.from), toStage: name(moved.to), changeId: recorded?.changeId ?? null };
    }),
  ),
} satisfies TRPCRouterRecord;
