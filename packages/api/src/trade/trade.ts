import { trades } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { type Image, inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { getDeal } from '../deal/deals.ts';
import { badRequest } from '../errors.ts';
import { newId } from '../id.ts';
import { id } from '../inputs.ts';
import { memberProcedure } from '../trpc.ts';
import { vinWarning } from '../vehicle/vin.rules.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { mayBecome } from './trade.rules.ts';
import { CreateTrade, UpdateTrade } from './trade-input.ts';
import { getTrade, spoken, toTrade } from './trades.ts';

const columnNames = {
  year: 'year',
  make: 'make',
  model: 'model',
  trim: 'trim',
  color: 'color',
  vin: 'VIN',
  odometer: 'odometer',
  condition: 'condition',
  lienholder: 'lienholder',
  payoffCents: 'payoff',
  acvCents: 'ACV',
  allowanceCents: 'allowance',
  note: 'note',
};

export const trade = {
  create: memberProcedure.input(CreateTrade).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { contactId } = await getDeal(tx, input.dealId);
      const createdAt = ctx.services.clock.now().toISOString();
      const [made] = await tx
        .insert(trades)
        .values({ workspaceId: tx.scope.workspaceId, id: newId(), createdAt, ...input })
        .returning();
      if (!made) throw new Error('the trade-in was not written');
      const draft = {
        subject: { type: 'trade', id: made.id },
        dealId: made.dealId,
        contactId,
        summary: `added ${spoken(made)}`,
        images: [inserted('trades', made)],
      };
      const { changeId } = await record(tx, ctx, draft);
      return { ...toTrade(made), vinWarning: vinWarning(made.vin), changeId };
    }),
  ),

  /** Requested, appraised, then accepted or declined; another appraisal opens it again. */
  update: memberProcedure.input(UpdateTrade).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { tradeId, version, ...set } = input;
      const { trade: before, contactId } = await getTrade(tx, tradeId);
      if (set.status && !mayBecome(before.status, set.status)) {
        throw badRequest(`A trade-in that is ${before.status} cannot become ${set.status}.`, 'trade_status', {
          status: 'does not follow',
        });
      }
      const { after, image } = await rewrite(tx, 'trades', before, set, version);
      const summary = image ? describe(image, after.status, spoken(after)) : '';
      const draft = {
        subject: { type: 'trade', id: tradeId },
        dealId: after.dealId,
        contactId,
        summary,
        images: image ? [image] : [],
      };
      const changeId = image && (await record(tx, ctx, draft)).changeId;
      return { ...toTrade(after), vinWarning: vinWarning(after.vin), changeId };
    }),
  ),

  archive: memberProcedure.input(z.object({ tradeId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { trade: before, contactId } = await getTrade(tx, input.tradeId);
      const { after, image } = await rewrite(tx, 'trades', before, {
        archivedAt: ctx.services.clock.now().toISOString(),
      });
      const draft = {
        subject: { type: 'trade', id: after.id },
        dealId: after.dealId,
        contactId,
        summary: `removed ${spoken(after)}`,
        images: image ? [image] : [],
      };
      const { changeId } = await record(tx, ctx, draft);
      return { tradeId: after.id, changeId };
    }),
  ),
} satisfies TRPCRouterRecord;

function describe(image: Image, status: string, what: string): string {
  const columns = changedColumns(image, columnNames);
  const moved = image.after.row?.status ? `marked ${what} as ${status}` : null;
  const changed = columns ? `changed the ${columns} of ${what}` : null;
  return [moved, changed].filter(Boolean).join(' and ');
}
