/** A calendar day some days later: "2026-03-08" and 1 give "2026-03-09". */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
