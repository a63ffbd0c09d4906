/** The parts of a vehicle that name it. */
export interface VehicleName {
  year?: number | null;
  make?: string | null;
  model?: string | null;
  trim?: string | null;
}

/** "2024 Chevrolet Tahoe LT", or null when nothing is known of it. */
export function vehicleLabel(vehicle: VehicleName): string | null {
  const parts = [vehicle.year, vehicle.make, vehicle.model, vehicle.trim].filter(
    (part) => part !== null && part !== undefined && part !== '',
  );
  return parts.length > 0 ? parts.join(' ') : null;
}
