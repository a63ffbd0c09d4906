type Scroll = (dealId: string) => boolean;
const columns = new Set<Scroll>();

/** Lets a column offer to scroll to its cards; gives a function that takes the offer back. */
export function offerScroll(scroll: Scroll): () => void {
  columns.add(scroll);
  return () => columns.delete(scroll);
}

/** Scrolls the column that holds a deal so far that its card is drawn. */
export function scrollToCard(dealId: string): void {
  for (const scroll of columns) if (scroll(dealId)) return;
}
