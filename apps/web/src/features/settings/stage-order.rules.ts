/** The order after one stage went to another's place: before it, or after it. The same order when either is missing. */
export function placeBeside(
  order: readonly string[],
  moved: string,
  beside: string,
  edge: 'before' | 'after',
): string[] {
  if (moved === beside || !order.includes(moved) || !order.includes(beside)) return [...order];
  const rest = order.filter((stageId) => stageId !== moved);
  return rest.toSpliced(rest.indexOf(beside) + (edge === 'after' ? 1 : 0), 0, moved);
}

/** The order after one stage went up (-1) or down (1); the same order at either end. */
export function step(order: readonly string[], moved: string, by: 1 | -1): string[] {
  const beside = order[order.indexOf(moved) + by];
  return beside ? placeBeside(order, moved, beside, by === 1 ? 'after' : 'before') : [...order];
}
