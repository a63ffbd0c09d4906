/** tmp */
export function DealPanel({ dealId }: { dealId: string }) {
  return <aside>{dealId}</aside>;
}
