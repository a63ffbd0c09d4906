import { type VehicleName, vehicleLabel } from '../vehicle/vehicle.rules.ts';
import type { Column, ExportedCustomer } from './customer-columns.rules.ts';

/** A deal as exports write one. */
export interface ExportedDeal {
  number: number;
  title: string;
  stage: string;
  valueCents: number;
  currency: string;
  ownerEmail: string | null;
  source: string | null;
  lostReason: string | null;
  soldOn: string | null;
  deliveredOn: string | null;
  createdAt: string;
  vehicle: (VehicleName & { stockNumber: string | null; vin: string | null; note: string | null }) | null;
}

/** The columns of a deal; empty for a customer without one. */
export const dealColumns: readonly Column<ExportedDeal | null>[] = [
  { header: 'Deal number', cell: (deal) => deal?.number },
  { header: 'Deal title', cell: (deal) => deal?.title },
  { header: 'Stage', cell: (deal) => deal?.stage },
  { header: 'Value', cell: (deal) => deal && (deal.valueCents / 100).toFixed(2) },
  { header: 'Currency', cell: (deal) => deal?.currency },
  { header: 'Vehicle', cell: (deal) => deal?.vehicle && (vehicleLabel(deal.vehicle) ?? deal.vehicle.note) },
  { header: 'Stock number', cell: (deal) => deal?.vehicle?.stockNumber },
  { header: 'VIN', cell: (deal) => deal?.vehicle?.vin },
  { header: 'Lost because', cell: (deal) => deal?.lostReason },
  { header: 'Sold on', cell: (deal) => deal?.soldOn },
  { header: 'Delivered on', cell: (deal) => deal?.deliveredOn },
];

/** Who a line is about, where a deal stands beside its customer: the deal says more precisely whose it is and whence. */
export function withDeal(customer: ExportedCustomer, deal: ExportedDeal | null): ExportedCustomer {
  if (!deal) return customer;
  return {
    ...customer,
    ownerEmail: deal.ownerEmail ?? customer.ownerEmail,
    source: deal.source ?? customer.source,
    createdAt: deal.createdAt,
  };
}
