import { vehicles } from '@beback/db/schema';
import type { TRPCRouterRecord } from '@trpc/server';
import { z } from 'zod';
import { inserted } from '../change/images.ts';
import { record } from '../change/record.ts';
import { rewrite } from '../change/rewrite.ts';
import { getDeal } from '../deal/deals.ts';
import { newId } from '../id.ts';
import { id } from '../inputs.ts';
import { memberProcedure } from '../trpc.ts';
import { changedColumns } from '../wording/change-words.rules.ts';
import { CreateVehicle, UpdateVehicle } from './vehicle-input.ts';
import { getVehicle, spoken, toVehicle } from './vehicles.ts';
import { vinWarning } from './vin.rules.ts';

const columnNames = {
  condition: 'condition',
  year: 'year',
  make: 'make',
  model: 'model',
  trim: 'trim',
  color: 'color',
  stockNumber: 'stock number',
  vin: 'VIN',
  priceCents: 'price',
  interest: 'interest',
  note: 'note',
};

export const vehicle = {
  create: memberProcedure.input(CreateVehicle).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { contactId } = await getDeal(tx, input.dealId);
      const createdAt = ctx.services.clock.now().toISOString();
      const [made] = await tx
        .insert(vehicles)
        .values({ workspaceId: tx.scope.workspaceId, id: newId(), createdAt, ...input })
        .returning();
      if (!made) throw new Error('the vehicle was not written');
      const draft = {
        subject: { type: 'vehicle', id: made.id },
        dealId: made.dealId,
        contactId,
        summary: `added ${spoken(made)}`,
        images: [inserted('vehicles', made)],
      };
      const { changeId } = await record(tx, ctx, draft);
      return { ...toVehicle(made), vinWarning: vinWarning(made.vin), changeId };
    }),
  ),

  update: memberProcedure.input(UpdateVehicle).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { vehicleId, version, ...set } = input;
      const { vehicle: before, contactId } = await getVehicle(tx, vehicleId);
      const { after, image } = await rewrite(tx, 'vehicles', before, set, version);
      const summary = image ? `changed the ${changedColumns(image, columnNames)} of ${spoken(after)}` : '';
      const draft = {
        subject: { type: 'vehicle', id: vehicleId },
        dealId: after.dealId,
        contactId,
        summary,
        images: image ? [image] : [],
      };
      const changeId = image && (await record(tx, ctx, draft)).changeId;
      return { ...toVehicle(after), vinWarning: vinWarning(after.vin), changeId };
    }),
  ),

  archive: memberProcedure.input(z.object({ vehicleId: id })).mutation(({ ctx, input }) =>
    ctx.tenant(async (tx) => {
      const { vehicle: before, contactId } = await getVehicle(tx, input.vehicleId);
      const { after, image } = await rewrite(tx, 'vehicles', before, {
        archivedAt: ctx.services.clock.now().toISOString(),
      });
      const draft = {
        subject: { type: 'vehicle', id: after.id },
        dealId: after.dealId,
        contactId,
        summary: `removed ${spoken(after)}`,
        images: image ? [image] : [],
      };
      const { changeId } = await record(tx, ctx, draft);
      return { vehicleId: after.id, changeId };
    }),
  ),
} satisfies TRPCRouterRecord;
