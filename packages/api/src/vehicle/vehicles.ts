import type { Tx } from '@beback/db';
import { deals, vehicles } from '@beback/db/schema';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { notFound } from '../errors.ts';
import { vehicleLabel } from './vehicle.rules.ts';

type VehicleRow = typeof vehicles.$inferSelect;

export function toVehicle(vehicle: VehicleRow) {
  const { workspaceId, id, visibleTo, createdAt, archivedAt, ...rest } = vehicle;
  return { vehicleId: id, ...rest };
}

/** The vehicles a deal is about, in the order they were added. */
export function listVehicles(tx: Tx, dealId: string): Promise<VehicleRow[]> {
  return tx
    .select()
    .from(vehicles)
    .where(
      and(eq(vehicles.workspaceId, tx.scope.workspaceId), eq(vehicles.dealId, dealId), isNull(vehicles.archivedAt)),
    )
    .orderBy(asc(vehicles.id))
    .limit(100);
}

/** The vehicle and its deal's customer; throws NOT_FOUND. */
export async function getVehicle(tx: Tx, vehicleId: string): Promise<{ vehicle: VehicleRow; contactId: string }> {
  const [row] = await tx
    .select({ vehicle: vehicles, contactId: deals.contactId })
    .from(vehicles)
    .innerJoin(deals, and(eq(deals.workspaceId, vehicles.workspaceId), eq(deals.id, vehicles.dealId)))
    .where(
      and(eq(vehicles.workspaceId, tx.scope.workspaceId), eq(vehicles.id, vehicleId), isNull(vehicles.archivedAt)),
    );
  if (!row) throw notFound('vehicle');
  return row;
}

/** "the 2024 Chevrolet Tahoe", or "a vehicle" when nothing is known of it. */
export function spoken(vehicle: VehicleRow): string {
  const label = vehicleLabel(vehicle);
  return label ? `the ${label}` : 'a vehicle';
}
