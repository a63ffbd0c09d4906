const places = new Map<string, HTMLElement>();
let wanted: string | null = null;

/** Keeps track of the card elements on the screen; gives a function that forgets this one. */
export function placeCard(dealId: string, element: HTMLElement): () => void {
  places.set(dealId, element);
  if (wanted === dealId) focusCard(dealId);
  return () => {
    if (places.get(dealId) === element) places.delete(dealId);
  };
}

/** The element of a deal's card, when it is on the screen. */
export function cardElement(dealId: string): HTMLElement | undefined {
  return places.get(dealId);
}

/** Focuses a card, now or when it is drawn: its column may have to scroll to it first. */
export function focusCard(dealId: string): void {
  wanted = dealId;
  const link = cardElement(dealId)?.querySelector('a');
  if (!link) return;
  wanted = null;
  link.focus();
}

/** Lets the focus go along when a card is about to be drawn in another column. */
export function followCard(dealId: string | null): void {
  wanted = dealId;
}
