/**
 * A vehicle as the floor calls it, for a narrow card: "2024 Chevrolet Tahoe LT" is "’24 Tahoe LT". A model that is a
 * number keeps its make; what is not year, make and model stays as it is.
 */
export function shortVehicle(vehicle: string): string {
  const [, year, make, rest] = /^(?:19|20)(\d\d) ((?:Alfa |Aston |Land )?\S+) (.+)$/.exec(vehicle) ?? [];
  if (!year || !make || !rest) return vehicle;
  return `’${year} ${/^\d/.test(rest) ? `${make} ` : ''}${rest}`;
}
